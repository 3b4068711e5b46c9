package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** JavaScript and TypeScript: {@code import … from}, {@code export … from}, {@code import()}, {@code require()}. */
final class ScriptImports implements ImportReader {

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        boolean inClause = false;
        while (tokens.hasNext()) {
            Token before = tokens.look(-1);
            Token token = tokens.next();
            if (token.kind() == Kind.STRING) {
                if (!token.text().isEmpty() && isImported(tokens, inClause)) {
                    found.add(new Import(token.text(), token.line()));
                    inClause = false;
                }
            } else if (token.isWord("import") || token.isWord("export")) {
                inClause = !before.isSymbol(".");
            } else if (token.kind() == Kind.SYMBOL && !"{},*".contains(token.text())) {
                inClause = false;
            }
        }
        return found;
    }

    /**
     * Whether the string that was just given is what an import names.
     *
     * @param inClause whether nothing but names stands between {@code import} or {@code export} and here
     */
    private static boolean isImported(Tokens tokens, boolean inClause) {
        Token before = tokens.look(-2);
        if (before.isSymbol("(")) {
            Token call = tokens.look(-3);
            return (call.isWord("import") || call.isWord("require"))
                    && !tokens.look(-4).isSymbol(".");
        }
        return inClause && (before.isWord("import") || before.isWord("from"));
    }
}
