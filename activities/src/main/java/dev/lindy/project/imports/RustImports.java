package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code use a::{b, c::d}} and {@code extern crate a}; each leaf is an import of its own. */
final class RustImports implements ImportReader {

    private static final int DEEPEST = 32;

    /** Longer paths are none, in characters. */
    private static final int LONGEST = 1_000;

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        while (tokens.hasNext()) {
            Token before = tokens.look(-1);
            Token token = tokens.next();
            if (token.isWord("use") && startsItem(before)) {
                tree(tokens, "", 0, found);
            } else if (token.isWord("extern") && tokens.takeWord("crate")) {
                found.add(new Import(tokens.peek().text(), token.line()));
            }
        }
        return found;
    }

    private static boolean startsItem(Token before) {
        return before.kind() == Kind.LINE_END
                || before.isWord("pub")
                || (before.kind() == Kind.SYMBOL && ";{})]".contains(before.text()));
    }

    private static void tree(Tokens tokens, String prefix, int depth, List<Import> found) {
        StringBuilder path = new StringBuilder(prefix);
        int line = tokens.peek().line();
        while (tokens.hasNext() && path.length() < LONGEST) {
            tokens.skipLineEnds();
            if (tokens.take("{")) {
                branches(tokens, path.toString(), depth + 1, found);
                return;
            }
            if (tokens.take(":")) {
                tokens.take(":");
                path.append(path.length() == 0 || path.toString().endsWith("::") ? "" : "::");
            } else if (tokens.takeWord("as")) {
                tokens.next();
            } else if (tokens.peek().kind() == Kind.WORD || tokens.peek().isSymbol("*")) {
                line = tokens.peek().line();
                path.append(tokens.next().text());
            } else {
                break;
            }
        }
        String target = path.toString().replaceAll("::(?:self)?$|(?<=::)self$", "");
        if (!target.isEmpty()) {
            found.add(new Import(target.replaceAll("::$", ""), line));
        }
    }

    private static void branches(Tokens tokens, String prefix, int depth, List<Import> found) {
        while (tokens.hasNext() && depth < DEEPEST) {
            tokens.skipLineEnds();
            if (tokens.take("}")) {
                return;
            }
            if (!tokens.take(",")) {
                int before = tokens.position();
                tree(tokens, prefix, depth, found);
                if (tokens.position() == before) {
                    return; // not Rust
                }
            }
        }
    }
}
