package dev.lindy.project.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Paths in a config that must stay inside the project. */
final class ProjectPaths {

    private final @Nullable Path root;

    /**
     * Paths of one project.
     *
     * @param root folder of the project config, or null where only the text is at hand
     */
    ProjectPaths(@Nullable Path root) {
        this.root = root;
    }

    static boolean isInside(String path) {
        try {
            Path plain = Path.of(path);
            return !plain.isAbsolute() && !plain.normalize().startsWith("..") && !path.startsWith("~");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The path under a key: inside the project, also when links are followed. */
    String inside(Section section, String key, String fallback) {
        String path = section.text(key, fallback);
        check(section, key, path, path);
        return path;
    }

    /** Reports a path that is not inside the project, links followed as far as it exists; says whether it did. */
    boolean check(Section section, String key, String path, String shown) {
        boolean leaves = !isInside(path);
        // a default is ours, and whoever needs the folder checks it
        if (leaves || (section.has(key) && leavesByLink(path))) {
            section.problem(
                    key,
                    "must be inside the project: `" + shown + "`"
                            + (leaves ? "" : " leads out of it by a symbolic link"),
                    "write it relative to the project root");
            return true;
        }
        return false;
    }

    private boolean leavesByLink(String path) {
        if (root == null) {
            return false;
        }
        try {
            Path real = root.toRealPath();
            Path place = real.resolve(path).normalize();
            while (!place.equals(real) && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                place = Objects.requireNonNull(place.getParent(), "a path below the project");
            }
            return !place.toRealPath().startsWith(real);
        } catch (IOException e) {
            // a link to nowhere: nobody can say where it will lead
            return true;
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
