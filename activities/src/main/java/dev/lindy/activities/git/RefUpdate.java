package dev.lindy.activities.git;

import org.jspecify.annotations.Nullable;

/**
 * One move of a ref by compare-and-swap.
 *
 * @param from where it must be, or null where it must not exist
 * @param to full id of the new object
 */
public record RefUpdate(String ref, @Nullable String from, String to) {

    String line() {
        return from == null ? "create " + ref + " " + to + "\n" : "update " + ref + " " + to + " " + from + "\n";
    }
}
