package dev.lindy.project.discovery.tree;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Lists the folders of a project breadth first, so that a bound cuts off what lies deepest. Symbolic links are not
 * followed; a folder that cannot be read is noted and left out.
 */
final class TreeWalk {

    /** Most files and folders that are looked at; a note says where there are more. */
    static final int MAX_ENTRIES = 50_000;

    /** Folders deeper than this are left out. */
    static final int MAX_DEPTH = 16;

    private static final int MAX_NOTES = 10;

    private static final Set<String> SKIPPED = Set.of(
            "node_modules",
            "bower_components",
            "jspm_packages",
            "__pycache__",
            "venv",
            "env",
            "site-packages",
            "dist",
            "build",
            "target",
            "out",
            "obj",
            "_build",
            "vendor",
            "Pods",
            "DerivedData",
            "coverage",
            "htmlcov");

    private final Path root;
    private final List<Folder> folders = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    private int entries;

    TreeWalk(Path root) {
        this.root = root;
    }

    SourceTree walk() {
        waiting.add("");
        while (!waiting.isEmpty() && entries < MAX_ENTRIES) {
            visit(waiting.remove());
        }
        if (!waiting.isEmpty()) {
            notes.add("only the first " + MAX_ENTRIES + " files and folders were looked at");
        }
        return new SourceTree(root, folders, notes);
    }

    private void visit(String path) {
        List<String> files = new ArrayList<>();
        List<String> inner = new ArrayList<>();
        boolean isRepository = false;
        try (DirectoryStream<Path> entriesHere = Files.newDirectoryStream(root.resolve(path))) {
            for (Path entry : entriesHere) {
                entries++;
                String name = entry.getFileName().toString();
                isRepository |= name.equals(".git");
                BasicFileAttributes kind =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (kind.isRegularFile()) {
                    files.add(name);
                } else if (kind.isDirectory() && isWorthALook(name)) {
                    inner.add(name);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            note("folder `" + path + "` cannot be read and was left out");
        }
        Collections.sort(files);
        Collections.sort(inner);
        Folder folder = new Folder(path, files, inner, isRepository);
        folders.add(folder);
        if (folder.level() < MAX_DEPTH) {
            inner.forEach(name -> waiting.add(folder.child(name)));
        }
    }

    private void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    private static boolean isWorthALook(String name) {
        return !name.startsWith(".") && !SKIPPED.contains(name) && !name.endsWith(".egg-info");
    }
}
