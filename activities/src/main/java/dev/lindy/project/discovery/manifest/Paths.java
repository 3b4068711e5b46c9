package dev.lindy.project.discovery.manifest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Paths that manifests write, turned into folders of the project. */
public final class Paths {

    private Paths() {}

    /** The folder that a relative path means, or null where it leads out of the project. */
    public static @Nullable String resolve(String folder, String relative) {
        try {
            Path path =
                    Path.of("/" + folder).resolve(relative.replace('\\', '/')).normalize();
            // a path that climbs above the root ends up at the root, so the climb is counted
            Path plain = Path.of(folder).resolve(relative.replace('\\', '/')).normalize();
            boolean leadsOut = relative.startsWith("/") || plain.startsWith("..");
            return leadsOut ? null : path.toString().substring(1);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
