package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code import a.b, c} and {@code from ..a import b}, also inside of functions. */
final class PythonImports implements ImportReader {

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        boolean starts = true;
        int depth = 0;
        while (tokens.hasNext()) {
            Token token = tokens.next();
            if (token.kind() == Kind.LINE_END || token.isSymbol(";") || token.isSymbol(":")) {
                starts = depth == 0;
            } else if (starts && token.isWord("import")) {
                modules(tokens, token.line(), found);
                starts = false;
            } else if (starts && token.isWord("from")) {
                names(tokens, token.line(), found);
                starts = false;
            } else {
                starts = false;
                depth = Math.max(0, depth + step(token));
            }
        }
        return found;
    }

    private static int step(Token token) {
        if (token.kind() != Kind.SYMBOL) {
            return 0;
        }
        return "([{".contains(token.text()) ? 1 : ")]}".contains(token.text()) ? -1 : 0;
    }

    private static void modules(Tokens tokens, int line, List<Import> found) {
        do {
            String name = tokens.dotted();
            if (name.isEmpty()) {
                return;
            }
            found.add(new Import(name, line));
            if (tokens.takeWord("as")) {
                tokens.next();
            }
        } while (tokens.take(","));
    }

    private static void names(Tokens tokens, int line, List<Import> found) {
        StringBuilder target = new StringBuilder();
        while (tokens.take(".")) {
            target.append('.');
        }
        if (!tokens.peek().isWord("import")) {
            target.append(tokens.dotted());
        }
        if (target.length() == 0 || !tokens.takeWord("import")) {
            return;
        }
        List<String> names = new ArrayList<>();
        boolean inBrackets = tokens.take("(");
        do {
            if (inBrackets) {
                tokens.skipLineEnds();
            }
            if (tokens.peek().kind() != Kind.WORD) {
                break;
            }
            names.add(tokens.next().text());
            if (tokens.takeWord("as")) {
                tokens.next();
            }
            if (inBrackets) {
                tokens.skipLineEnds();
            }
        } while (tokens.take(","));
        tokens.take(")");
        found.add(new Import(target.toString(), names, line));
    }
}
