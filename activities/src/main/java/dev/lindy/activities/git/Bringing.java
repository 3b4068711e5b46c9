package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Brings files of the project into a new worktree; never over a file that is there. */
final class Bringing {

    private final Path from;
    private final Path to;
    private final String prefix;
    private final List<String> brought = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Brings from one project folder to another.
     *
     * @param prefix path of the project below the top of the repository
     */
    Bringing(Path from, Path to, String prefix) {
        this.from = from;
        this.to = to;
        this.prefix = prefix;
    }

    List<String> brought() {
        return brought;
    }

    List<String> notes() {
        return notes;
    }

    void bring(WorkspaceFiles files, ExcludeFile exclude) {
        List<Path> copies = usable(files.copy());
        List<Path> links = usable(files.link());
        copies.forEach(path -> brought.add(name(path)));
        links.forEach(path -> brought.add(name(path)));
        exclude.add(brought);
        try {
            for (Path path : copies) {
                copy(path);
            }
            for (Path path : links) {
                link(path);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("could not bring files into " + to + ": " + problem.getMessage(), problem);
        }
    }

    private String name(Path path) {
        return prefix + path.toString().replace('\\', '/');
    }

    private List<Path> usable(List<String> entries) {
        List<Path> usable = new ArrayList<>();
        for (String entry : entries) {
            Path path = Path.of(entry).normalize();
            if (path.isAbsolute()
                    || path.startsWith("..")
                    || path.startsWith(".git")
                    || path.toString().isEmpty()) {
                notes.add("`" + entry + "` was not brought into the worktree: it is not inside the project");
            } else if (leavesProject(path)) {
                notes.add("`" + entry
                        + "` was not brought into the worktree: a link on its way leads out of the project");
            } else if (Files.exists(to.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                notes.add("`" + entry + "` was not brought into the worktree: the commit has it");
            } else if (Files.exists(from.resolve(path))) {
                usable.add(path);
            }
        }
        return usable;
    }

    private boolean leavesProject(Path path) {
        Path parent = from.resolve(path).getParent();
        return parent != null && !RealPath.of(parent).startsWith(RealPath.of(from));
    }

    private void link(Path path) throws IOException {
        Path target = to.resolve(path);
        Files.createDirectories(target.getParent());
        Files.createSymbolicLink(target, from.resolve(path));
    }

    private void copy(Path path) throws IOException {
        Path target = to.resolve(path);
        Files.createDirectories(target.getParent());
        Path source = from.resolve(path).toRealPath();
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(dir)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                    Files.copy(
                            file,
                            source.equals(file) ? target : target.resolve(source.relativize(file)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
