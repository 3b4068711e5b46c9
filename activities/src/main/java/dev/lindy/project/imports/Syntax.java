package dev.lindy.project.imports;

/**
 * Where comments and strings of a language start and end. A string of one line that nobody closes ends with its line.
 *
 * @param lineComment what starts a comment to the end of the line
 * @param blockComments whether {@code /* *}{@code /} is a comment
 * @param nestedComments whether those may hold others
 * @param quotes characters around strings of one line
 * @param tripleQuotes whether three of them are around strings of several lines
 * @param escapes whether a backslash takes the next character's meaning, also in strings of several lines
 * @param backtick what a backtick means
 */
record Syntax(
        String lineComment,
        boolean blockComments,
        boolean nestedComments,
        String quotes,
        boolean tripleQuotes,
        boolean escapes,
        Backtick backtick,
        Extra extra) {

    /** What stands between two backticks. */
    enum Backtick {
        NOTHING,
        TEMPLATE,
        RAW_STRING,
        NAME
    }

    /** What only one language has. */
    enum Extra {
        NONE,
        /** {@code r#"…"#}, and {@code 'a} that is no character. */
        RUST,
        /** {@code @"…"} with doubled quotes. */
        VERBATIM,
        /** {@code /…/} after what cannot end a value. */
        REGEX
    }

    static final Syntax PYTHON = new Syntax("#", false, false, "\"'", true, true, Backtick.NOTHING, Extra.NONE);
    static final Syntax SCRIPT = new Syntax("//", true, false, "\"'", false, true, Backtick.TEMPLATE, Extra.REGEX);
    static final Syntax GO = new Syntax("//", true, false, "\"'", false, true, Backtick.RAW_STRING, Extra.NONE);
    static final Syntax JAVA = new Syntax("//", true, false, "\"'", true, true, Backtick.NOTHING, Extra.NONE);
    static final Syntax KOTLIN = new Syntax("//", true, true, "\"'", true, false, Backtick.NAME, Extra.NONE);
    static final Syntax RUST = new Syntax("//", true, true, "\"", false, true, Backtick.NOTHING, Extra.RUST);
    static final Syntax DOTNET = new Syntax("//", true, false, "\"'", true, true, Backtick.NOTHING, Extra.VERBATIM);
    static final Syntax DART = new Syntax("//", true, true, "\"'", true, true, Backtick.NOTHING, Extra.NONE);
}
