package dev.lindy.project.discovery.tree;

import java.util.List;

/**
 * One folder of a project.
 *
 * @param path relative to the project root, with slashes; empty for the root
 * @param files names of regular files, sorted
 * @param folders names of folders that are worth a look, sorted: none hidden, built or downloaded
 * @param isRepository whether it is the top of a git repository
 */
public record Folder(String path, List<String> files, List<String> folders, boolean isRepository) {

    public Folder {
        files = List.copyOf(files);
        folders = List.copyOf(folders);
    }

    public boolean has(String file) {
        return files.contains(file);
    }

    public boolean hasAny(String... names) {
        for (String name : names) {
            if (files.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** Path of a file or folder in this one. */
    public String child(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** The last part of the path; empty for the root. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** How far it is below the root, which is 0. */
    public int level() {
        return path.isEmpty() ? 0 : 1 + (int) path.chars().filter(c -> c == '/').count();
    }
}
