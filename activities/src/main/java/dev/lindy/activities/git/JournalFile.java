package dev.lindy.activities.git;

import java.util.regex.Pattern;

/**
 * A file of the journal.
 *
 * @param path relative, of letters, digits, dots, dashes and slashes
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record JournalFile(String path, byte[] bytes) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    public JournalFile {
        if (!FORM.matcher(path).matches()) {
            throw new IllegalArgumentException("journal path must be plain and relative: " + path);
        }
    }
}
