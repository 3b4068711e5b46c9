package dev.lindy.activities.guard;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings and hooks of a repository at one moment.
 *
 * @param commonDir the folder that all worktrees share
 * @param copies folder of the files' copies, each named by its hash
 * @param files by path below the shared folder, for instance {@code hooks/pre-commit}
 */
public record SharedFiles(Path commonDir, Path copies, Map<String, Copy> files) {

    public SharedFiles {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** What a file held. */
    public record Copy(String sha256, boolean executable) {}
}
