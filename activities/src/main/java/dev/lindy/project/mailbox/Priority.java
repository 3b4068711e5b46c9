package dev.lindy.project.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How soon a message wants to be read, the soonest first. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    /** As in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Priority> of(String word) {
        return Arrays.stream(values())
                .filter(priority -> priority.word().equals(word))
                .findFirst();
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Priority::word).toList();
    }
}
