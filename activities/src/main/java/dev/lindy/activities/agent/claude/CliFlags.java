package dev.lindy.activities.agent.claude;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The flags that an installed CLI knows, read from its {@code --help}. */
final class CliFlags {

    private static final Pattern FLAG =
            Pattern.compile("(?m)^ {2}(?:-\\w, )?(--[a-z][A-Za-z0-9-]*)(?:, (--[a-z][A-Za-z0-9-]*))?");
    // listed lines wrap: the choices of a flag may be lines below it
    private static final Pattern MODES =
            Pattern.compile("--permission-mode [^\\n]*\\n?(?:(?!\\n\\s+-)[\\s\\S]){0,600}?\\(choices:([^)]*)\\)");
    private static final Pattern CHOICE = Pattern.compile("\"([A-Za-z]+)\"");

    private final Set<String> flags = new LinkedHashSet<>();
    private final Set<String> modes = new LinkedHashSet<>();

    CliFlags(String help) {
        Matcher flag = FLAG.matcher(help);
        while (flag.find()) {
            flags.add(flag.group(1));
            if (flag.group(2) != null) {
                flags.add(flag.group(2));
            }
        }
        Matcher choices = MODES.matcher(help);
        if (choices.find()) {
            Matcher choice = CHOICE.matcher(choices.group(1));
            while (choice.find()) {
                modes.add(choice.group(1));
            }
        }
    }

    /** Whether the help could be read at all. */
    boolean isKnown() {
        return !flags.isEmpty();
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** Adds a flag that works without being listed. */
    void add(String flag) {
        flags.add(flag);
    }

    boolean hasMode(String mode) {
        return modes.contains(mode);
    }
}
