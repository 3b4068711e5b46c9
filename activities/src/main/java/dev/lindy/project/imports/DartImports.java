package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** {@code import 'package:a/b.dart'}, {@code export} and {@code part}. */
final class DartImports implements ImportReader {

    @Override
    public List<Import> read(Tokens tokens) {
        List<Import> found = new ArrayList<>();
        while (tokens.hasNext()) {
            Token token = tokens.next();
            boolean names = token.isWord("import") || token.isWord("export") || token.isWord("part");
            if (names && tokens.peek().kind() == Kind.STRING) {
                found.add(new Import(tokens.peek().text(), token.line()));
            }
        }
        return found;
    }
}
