package dev.lindy.cli.view;

/** Meaning to color. Nothing is told by color alone. */
public enum ColorPalette {
    NONE {
        @Override
        public String paint(Style style, String text) {
            return text;
        }
    },
    ANSI {
        @Override
        public String paint(Style style, String text) {
            String code = code(style);
            return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
        }
    };

    /** Adds the color of the meaning; the text must be free of control characters already. */
    public abstract String paint(Style style, String text);

    private static String code(Style style) {
        return switch (style) {
            case PASSED -> "32";
            case FAILED -> "31";
            case REJECTED, WARNING -> "33";
            case LITERAL, HINT -> "36";
            case WORKING, HEADING -> "1";
            case SKIPPED, PENDING, DIM -> "2";
            case PLAIN -> "";
        };
    }
}
