package dev.lindy.process;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds executables as a shell would, but on the PATH of a given environment instead of our own. */
public final class Executables {

    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    private Executables() {}

    /** The executable's absolute path, or empty; a name with a slash is taken from the current folder. */
    public static Optional<Path> find(String name, Map<String, String> environment) {
        return find(name, environment, Path.of(""));
    }

    /** The executable's absolute path, or empty; a name with a slash is taken from the working directory. */
    public static Optional<Path> find(String name, Map<String, String> environment, Path workingDirectory) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Stream<String> folders = name.indexOf('/') >= 0
                ? Stream.of("")
                : Stream.of(environment.getOrDefault("PATH", DEFAULT_PATH).split(":", -1));
        return folders.flatMap(folder -> candidate(workingDirectory, folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Looks where this process and every Unix keep their tools. */
    static Optional<Path> tool(String name) {
        String own = System.getenv("PATH");
        return find(name, Map.of("PATH", own == null ? DEFAULT_PATH : own + ":" + DEFAULT_PATH));
    }

    private static Stream<Path> candidate(Path workingDirectory, String folder, String name) {
        try {
            return Stream.of(workingDirectory
                    .resolve(folder)
                    .resolve(name)
                    .toAbsolutePath()
                    .normalize());
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
