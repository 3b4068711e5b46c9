package dev.lindy.activities.agent;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds executables on a caller's PATH. */
public final class SearchPath {

    private SearchPath() {}

    public static Optional<Path> find(String executable, Map<String, String> environment) {
        if (executable.contains("/")) {
            return executable(Path.of(executable));
        }
        for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            Optional<Path> found = folder.startsWith("/") ? inFolder(folder, executable) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> inFolder(String folder, String executable) {
        try {
            return executable(Path.of(folder, executable));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
    }
}
