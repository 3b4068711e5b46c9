package dev.lindy.project.scan;

import dev.lindy.project.config.ModuleConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The source files of all modules, seen in one walk. Links are not followed, so that loops of them are no danger and
 * nothing outside is read; a file belongs to the deepest module around it.
 */
final class SourceTree {

    /** More files than this are not looked at. */
    static final int MAX_FILES = 500_000;

    /** Folders deeper below the root are not looked at. */
    static final int MAX_DEPTH = 64;

    private final Path root;
    private final int maxLines;
    private final Map<Path, ModuleSources> byFolder = new LinkedHashMap<>();
    private final Map<String, ModuleSources> byName = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private SourceTree(Path root, List<ModuleConfig> modules, int maxLines) {
        this.root = root;
        this.maxLines = maxLines;
        for (ModuleConfig module : modules) {
            ModuleSources sources =
                    byFolder.computeIfAbsent(root.resolve(module.folder()), folder -> new ModuleSources());
            byName.put(module.name(), sources);
        }
    }

    static SourceTree walk(Path root, List<ModuleConfig> modules, int maxLines) {
        SourceTree tree = new SourceTree(root, modules, maxLines);
        try {
            Files.walkFileTree(root, Set.of(), MAX_DEPTH, tree.new Visitor());
        } catch (IOException e) {
            tree.problems.add("the project's files were not all looked at: " + e.getMessage());
        }
        return tree;
    }

    ModuleSources module(String name) {
        ModuleSources found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no module " + name);
        }
        return found;
    }

    boolean hasLayer(String module, String layer) {
        return module(module).has(layer);
    }

    /** Files and folders that could not be looked at, one sentence each. */
    List<String> problems() {
        return problems;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final byte[] buffer = new byte[LineCount.BUFFER];
        private int files;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            if (!folder.equals(root) && !byFolder.containsKey(folder)) {
                if (SourceKind.isSkipped(name) || isAnotherWorktree(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                ModuleSources module = owner(folder);
                if (module != null) {
                    module.folder(name);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /** A module may be a repository of its own; other checkouts inside the project are none of ours. */
        private boolean isAnotherWorktree(Path folder) {
            return Files.isRegularFile(folder.resolve(".git"));
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (!attributes.isRegularFile() || !SourceKind.isSource(name)) {
                return FileVisitResult.CONTINUE;
            }
            if (++files > MAX_FILES) {
                problems.add("more than %d source files: the rest was not looked at".formatted(MAX_FILES));
                return FileVisitResult.TERMINATE;
            }
            ModuleSources module = owner(file);
            if (module != null) {
                try {
                    module.file(root.relativize(file).toString(), name, LineCount.of(file, buffer), maxLines);
                } catch (IOException e) {
                    unreadable(file);
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            unreadable(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem) {
            if (problem != null) {
                unreadable(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        private void unreadable(Path path) {
            problems.add("could not read `" + root.relativize(path) + "`");
        }

        private @Nullable ModuleSources owner(Path path) {
            for (Path folder = path.getParent();
                    folder != null && folder.startsWith(root);
                    folder = folder.getParent()) {
                ModuleSources module = byFolder.get(folder);
                if (module != null) {
                    return module;
                }
            }
            return null;
        }
    }
}
