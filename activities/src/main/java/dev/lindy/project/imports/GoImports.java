package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code import "a/b"}, with a name before it or in brackets. */
final class GoImports implements ImportReader {

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        while (tokens.hasNext()) {
            Token before = tokens.look(-1);
            boolean starts = before.kind() == Kind.LINE_END || before.isSymbol(";");
            if (tokens.next().isWord("import") && starts) {
                String end = tokens.take("(") ? ")" : "";
                while (tokens.hasNext() && !isEnd(tokens.peek(), end)) {
                    Token token = tokens.next();
                    if (token.kind() == Kind.STRING) {
                        found.add(new Import(token.text(), token.line()));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isEnd(Token token, String bracket) {
        return bracket.isEmpty() ? token.kind() == Kind.LINE_END || token.isSymbol(";") : token.isSymbol(bracket);
    }
}
