package dev.lindy.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the folder that a project config lies in. */
public final class ProjectRoot {

    private static final int MAX_LEVELS = 10;

    private ProjectRoot() {}

    /** The directory itself or one of nine above it. */
    public static Optional<Path> find(Path directory) {
        @Nullable Path folder = directory.toAbsolutePath().normalize();
        for (int level = 0; level < MAX_LEVELS && folder != null; level++) {
            if (holdsConfig(folder)) {
                return Optional.of(folder);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    private static boolean holdsConfig(Path folder) {
        return Files.isRegularFile(folder.resolve("orchestrator.yaml"))
                || Files.isRegularFile(folder.resolve(".orchestrator").resolve("config.yaml"));
    }
}
