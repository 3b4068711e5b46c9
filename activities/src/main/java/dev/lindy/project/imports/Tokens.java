package dev.lindy.project.imports;

import dev.lindy.project.imports.Token.Kind;
import java.util.List;

/** Walks over tokens; past the end there are line ends for ever. */
final class Tokens {

    private static final Token END = new Token(Kind.LINE_END, "", 0);

    private final List<Token> list;
    private int at;

    Tokens(List<Token> list) {
        this.list = list;
    }

    boolean hasNext() {
        return at < list.size();
    }

    /** How many were given so far. */
    int position() {
        return at;
    }

    Token next() {
        return at < list.size() ? list.get(at++) : END;
    }

    /** The one that {@link #next} will give. */
    Token peek() {
        return look(0);
    }

    /** One further on, or one already given for numbers below 0. */
    Token look(int distance) {
        int place = at + distance;
        return place >= 0 && place < list.size() ? list.get(place) : END;
    }

    /** Takes the next one where it is this symbol. */
    boolean take(String symbol) {
        boolean isThere = peek().isSymbol(symbol);
        at += isThere ? 1 : 0;
        return isThere;
    }

    boolean takeWord(String word) {
        boolean isThere = peek().isWord(word);
        at += isThere ? 1 : 0;
        return isThere;
    }

    void skipLineEnds() {
        while (hasNext() && peek().kind() == Kind.LINE_END) {
            at++;
        }
    }

    /** Words with dots between them, and a star in the end where there is one; empty where there is no word. */
    String dotted() {
        StringBuilder name = new StringBuilder();
        while (peek().kind() == Kind.WORD || (peek().isSymbol("*") && name.length() > 0)) {
            name.append(next().text());
            if (!peek().isSymbol(".") || !continues(look(1))) {
                break;
            }
            name.append(next().text());
        }
        return name.toString();
    }

    private static boolean continues(Token token) {
        return token.kind() == Kind.WORD || token.isSymbol("*");
    }
}
