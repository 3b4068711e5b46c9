package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code import a.b.C} of Java, Kotlin, Groovy and Scala. */
final class JvmImports implements ImportReader {

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        while (tokens.hasNext()) {
            Token before = tokens.look(-1);
            Token token = tokens.next();
            if (token.isWord("import") && startsStatement(before)) {
                one(tokens, token.line(), found);
            }
        }
        return found;
    }

    private static boolean startsStatement(Token before) {
        return before.kind() == Kind.LINE_END || before.isSymbol(";") || before.isSymbol("{") || before.isSymbol("}");
    }

    private static void one(Tokens tokens, int line, List<Import> found) {
        if (tokens.look(1).kind() == Kind.WORD) {
            tokens.takeWord("static");
        }
        String target = tokens.dotted();
        List<String> names = new ArrayList<>();
        if (tokens.take(".") && tokens.take("{")) {
            while (tokens.hasNext() && !tokens.take("}")) {
                Token name = tokens.next();
                if (name.kind() == Kind.WORD) {
                    names.add(name.text());
                }
            }
        }
        if (!target.isEmpty()) {
            found.add(new Import(target, names, line));
        }
    }
}
