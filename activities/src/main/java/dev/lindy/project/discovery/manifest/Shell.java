package dev.lindy.project.discovery.manifest;

import java.util.regex.Pattern;

/** Words from a repository, made safe for the lines that gates give to a shell. */
public final class Shell {

    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private Shell() {}

    /** The word as a POSIX shell reads it back, whatever is in it. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
