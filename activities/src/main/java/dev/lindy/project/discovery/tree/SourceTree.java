package dev.lindy.project.discovery.tree;

import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders of a project and the texts in them. Hidden, built and downloaded folders are not in it. */
public final class SourceTree {

    /** Larger files have no text, in bytes. */
    public static final int MAX_TEXT = 1 << 20;

    private final Path root;
    private final ProjectFiles files;
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final List<String> notes;

    SourceTree(Path root, List<Folder> folders, List<String> notes) {
        this.root = root;
        this.files = new ProjectFiles(root);
        this.notes = List.copyOf(notes);
        folders.forEach(folder -> this.folders.put(folder.path(), folder));
    }

    /** Looks at a project; never throws for what is in it. */
    public static SourceTree of(Path root) {
        return new TreeWalk(root.toAbsolutePath().normalize()).walk();
    }

    public Path root() {
        return root;
    }

    /** The root first, then by level, then by name. */
    public Collection<Folder> folders() {
        return Collections.unmodifiableCollection(folders.values());
    }

    public Optional<Folder> folder(String path) {
        return Optional.ofNullable(folders.get(path));
    }

    /** The root itself. */
    public Folder top() {
        return folder("").orElseThrow();
    }

    /** What could not be looked at, one sentence each. */
    public List<String> notes() {
        return notes;
    }

    /** Whether something is there, whatever it is: hidden, built and downloaded folders too. */
    public boolean exists(String path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** The text of a file; empty where there is none, or it is binary, too large or leads out of the project. */
    public Optional<String> text(String path) {
        return text(path, MAX_TEXT);
    }

    /** The same with a bound of its own, in bytes. */
    public Optional<String> text(String path, int most) {
        try {
            if (Files.size(root.resolve(path)) > most) {
                return Optional.empty();
            }
            String text = new String(files.read(path, most), StandardCharsets.UTF_8);
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }
}
