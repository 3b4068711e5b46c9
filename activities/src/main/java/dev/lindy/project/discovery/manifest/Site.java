package dev.lindy.project.discovery.manifest;

import dev.lindy.project.discovery.tree.Folder;
import dev.lindy.project.discovery.tree.SourceTree;
import org.jspecify.annotations.Nullable;

/**
 * A module's folder and where it stands.
 *
 * @param workspace folder of the workspace of the same ecosystem that it belongs to, or null; its own where it is the top
 */
public record Site(
        SourceTree tree,
        Folder folder,
        Manifest manifest,
        @Nullable Folder workspace) {

    /** The folder whose lock files and wrappers count. */
    public Folder top() {
        return workspace == null ? folder : workspace;
    }

    public boolean isMember() {
        return workspace != null && !workspace.path().equals(folder.path());
    }

    /** The module's folder seen from the top. */
    public String fromTop() {
        String above = top().path();
        return above.isEmpty()
                ? folder.path()
                : folder.path().substring(Math.min(folder.path().length(), above.length() + 1));
    }

    public String text(String file) {
        return tree.text(folder.child(file)).orElse("");
    }

    /** The text of the manifest itself. */
    public String manifestText() {
        return tree.text(manifest.file()).orElse("");
    }
}
