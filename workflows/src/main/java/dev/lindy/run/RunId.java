package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The id of a run as users know it: 8 lower-case hex characters. */
public record RunId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}");

    public RunId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("run id must be 8 hex characters: " + value);
        }
    }

    @JsonCreator
    public static RunId of(String value) {
        return new RunId(value);
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
