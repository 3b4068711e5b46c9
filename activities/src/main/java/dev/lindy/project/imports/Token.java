package dev.lindy.project.imports;

/**
 * A piece of a source text that is no comment.
 *
 * @param text a word, one character of punctuation, or the content of a string
 * @param line from 1, where it starts
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        WORD,
        STRING,
        SYMBOL,
        LINE_END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
