package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code using A.B;}, {@code using static A.B.C;} and {@code using X = A.B;} of C#, {@code open A.B} of F#. */
final class DotnetImports implements ImportReader {

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        while (tokens.hasNext()) {
            Token before = tokens.look(-1);
            Token token = tokens.next();
            if (startsStatement(before) && token.isWord("using")) {
                using(tokens, token.line(), found);
            } else if (before.kind() == Kind.LINE_END && token.isWord("open")) {
                String target = tokens.dotted();
                if (!target.isEmpty()) {
                    found.add(new Import(target, token.line()));
                }
            }
        }
        return found;
    }

    private static boolean startsStatement(Token before) {
        return before.kind() == Kind.LINE_END
                || before.isWord("global")
                || before.isSymbol(";")
                || before.isSymbol("{")
                || before.isSymbol("}");
    }

    private static void using(Tokens tokens, int line, List<Import> found) {
        tokens.takeWord("static");
        String target = tokens.dotted();
        if (tokens.take("=")) {
            target = tokens.dotted();
        }
        // a `using` that holds a resource goes on otherwise
        if (!target.isEmpty() && tokens.peek().isSymbol(";")) {
            found.add(new Import(target, line));
        }
    }
}
