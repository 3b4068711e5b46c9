package dev.lindy.project.imports.resolve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Paths seen from a folder. */
final class Relative {

    private Relative() {}

    /** The path from the project's root, or empty where it leads out of the project. */
    static Optional<String> path(String folder, String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
