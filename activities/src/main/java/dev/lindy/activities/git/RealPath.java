package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Paths as git reports them: absolute, symbolic links resolved, also where the last parts do not exist yet. */
final class RealPath {

    private RealPath() {}

    static Path of(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("could not resolve " + path, problem);
        }
        return parent == null ? absolute : of(parent).resolve(absolute.getFileName());
    }
}
