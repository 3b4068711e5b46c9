package dev.lindy.process;

import java.util.regex.Pattern;

/**
 * The name of one start of a program, independent of Workflow and Activity ids: whoever asks for the same
 * key gets the same process.
 */
public record ProgramKey(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    public ProgramKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("program key must be letters, digits, dots and dashes: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
