package dev.lindy.project.discovery.manifest;

import dev.lindy.project.discovery.tree.Folder;
import java.util.List;

/**
 * A folder that is a module.
 *
 * @param name unique in the project
 * @param manifests the one that counts first; empty for a folder of sources that no manifest describes
 */
public record DetectedModule(String name, Folder folder, List<Manifest> manifests) {

    public DetectedModule {
        manifests = List.copyOf(manifests);
    }

    /** Relative to the project root; empty for the root. */
    public String path() {
        return folder.path();
    }

    /** Whether a file or folder lies in it. */
    public boolean holds(String file) {
        return path().isEmpty() || file.equals(path()) || file.startsWith(path() + "/");
    }
}
