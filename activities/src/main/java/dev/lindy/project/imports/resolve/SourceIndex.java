package dev.lindy.project.imports.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The files of a project and their folders, by path and by name. Paths are relative to the project. */
public final class SourceIndex {

    private final Set<String> files;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Set<String> folders = new HashSet<>();
    private final Function<String, Optional<String>> reader;
    private final Map<String, Optional<String>> texts = new HashMap<>();

    /**
     * An index of these files.
     *
     * @param reader gives the text of a file that is listed, for the few whose content matters
     */
    public SourceIndex(Collection<String> paths, Function<String, Optional<String>> reader) {
        this.files = Set.copyOf(paths);
        this.reader = reader;
        for (String path : files) {
            byName.computeIfAbsent(name(path), name -> new ArrayList<>()).add(path);
            for (String folder = folder(path); !folder.isEmpty() && folders.add(folder); folder = folder(folder)) {
                byName.computeIfAbsent(name(folder), name -> new ArrayList<>()).add(folder);
            }
        }
    }

    boolean hasFile(String path) {
        return files.contains(path);
    }

    /** Whether there is such a folder; the project's own, which is empty, always is. */
    public boolean hasFolder(String path) {
        return path.isEmpty() || folders.contains(path);
    }

    boolean has(String path) {
        return hasFile(path) || hasFolder(path);
    }

    /** Files and folders with that last part of their path. */
    List<String> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    Collection<String> files() {
        return files;
    }

    Optional<String> text(String path) {
        return hasFile(path) ? texts.computeIfAbsent(path, reader) : Optional.empty();
    }

    /** The nearest file of one of these names beside the file or above it. */
    Optional<String> above(String file, String... names) {
        String folder = folder(file);
        while (true) {
            for (String name : names) {
                if (hasFile(child(folder, name))) {
                    return Optional.of(child(folder, name));
                }
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
            folder = folder(folder);
        }
    }

    /** The folder that holds a file or folder; empty for the project's. */
    static String folder(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String child(String folder, String name) {
        return folder.isEmpty() ? name : name.isEmpty() ? folder : folder + "/" + name;
    }
}
