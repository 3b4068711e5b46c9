package dev.lindy.project.config.key;

import java.util.List;

/** What may stand behind a key. */
public sealed interface ValueType {

    /** Any text. */
    record Text() implements ValueType {}

    /** One word of a list. */
    record Choice(List<String> words) implements ValueType {
        public Choice {
            words = List.copyOf(words);
        }
    }

    /** {@code true} or {@code false}. */
    record Flag() implements ValueType {}

    /**
     * A whole number.
     *
     * @param unit what is counted, or empty
     * @param least smallest allowed
     * @param most largest allowed; {@link Integer#MAX_VALUE} means no limit
     */
    record Count(String unit, int least, int most) implements ValueType {}

    /** A number of US dollars above 0. */
    record Dollars() implements ValueType {}

    /** A list of texts. */
    record Texts() implements ValueType {}

    /** A line for the shell, or a list of a program and its arguments. */
    record Command() implements ValueType {}

    /** The type in a few words, as people read it in tables. */
    default String inWords() {
        if (this instanceof Choice choice) {
            return String.join(
                    ", ", choice.words().stream().map(word -> "`" + word + "`").toList());
        }
        if (this instanceof Count count) {
            String bounds =
                    count.most() == Integer.MAX_VALUE ? "from " + count.least() : count.least() + " to " + count.most();
            return count.unit().isEmpty() ? "number " + bounds : count.unit() + " " + bounds;
        }
        if (this instanceof Flag) {
            return "`true`, `false`";
        }
        if (this instanceof Dollars) {
            return "dollars above 0";
        }
        if (this instanceof Texts) {
            return "list of texts";
        }
        return this instanceof Command ? "text, or list of texts" : "text";
    }
}
