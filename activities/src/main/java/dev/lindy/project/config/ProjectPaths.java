package dev.lindy.project.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Paths in a config that must stay inside the project. */
final class ProjectPaths {

    private ProjectPaths() {}

    static boolean isInside(String path) {
        try {
            Path plain = Path.of(path);
            return !plain.isAbsolute() && !plain.normalize().startsWith("..") && !path.startsWith("~");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The paths listed under a key. */
    static List<String> read(Section section, String key) {
        List<String> paths = section.texts(key, List.of());
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            if (!isInside(path) || Path.of(path).normalize().toString().isEmpty()) {
                section.problem(
                        key, i, "must name files inside the project: `" + path + "`", "write it relative to the root");
            }
        }
        return paths;
    }
}
