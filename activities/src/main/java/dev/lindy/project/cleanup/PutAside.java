package dev.lindy.project.cleanup;

import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Moves files of a project to a folder that is the user's alone, so that nothing is lost. */
public final class PutAside {

    private static final String TITLE = "# lindy-orchestrator";

    private final Path root;
    private final Path folder;

    /** @param folder must not exist yet; made on first use */
    public PutAside(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** Moves one file or folder, to the same path below the folder. Links are moved, not followed. */
    public void move(String path) throws IOException {
        Path from = root.resolve(path);
        Path to = folder.resolve(path);
        PrivateFiles.folder(Objects.requireNonNull(to.getParent(), "a file has a folder"));
        try {
            Files.move(from, to);
        } catch (DirectoryNotEmptyException otherDisk) {
            copy(from, to);
            PrivateFiles.deleteTree(from);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(from)) {
            all = tree.toList();
        }
        for (Path path : all) {
            Files.copy(
                    path,
                    to.resolve(from.relativize(path).toString()),
                    LinkOption.NOFOLLOW_LINKS,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /**
     * Takes the lines of onboarding out of {@code .gitignore}; every other line stays as it is. The old file is kept.
     *
     * @return whether there were any
     */
    public boolean cleanIgnoreFile() throws IOException {
        Path file = root.resolve(".gitignore");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String text = Files.readString(file);
        StringBuilder kept = new StringBuilder();
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.strip().equals(TITLE)) {
                // onboarding sets its lines apart
                kept.setLength(withoutBlankLine(kept.toString()).length());
            }
            if (!isOurs(line.strip())) {
                kept.append(line);
            }
        }
        if (kept.length() == text.length()) {
            return false;
        }
        PrivateFiles.folder(folder);
        Files.copy(file, folder.resolve(".gitignore"), StandardCopyOption.COPY_ATTRIBUTES);
        if (kept.toString().isBlank()) {
            Files.delete(file);
            return true;
        }
        Path fresh = Files.createTempFile(root, ".gitignore", ".tmp");
        try {
            Files.writeString(fresh, kept);
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return true;
    }

    private static boolean isOurs(String line) {
        return line.equals(".orchestrator") || line.startsWith(".orchestrator/") || line.equals(TITLE);
    }

    private static String withoutBlankLine(String text) {
        for (String end : List.of("\r\n", "\n")) {
            if (text.endsWith(end + end)) {
                return text.substring(0, text.length() - end.length());
            }
        }
        return text;
    }

    /** Removes a folder of the project where nothing is left in it. */
    public void dropEmpty(String path) throws IOException {
        Path place = root.resolve(path);
        if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.delete(place);
            } catch (DirectoryNotEmptyException inUse) {
                // the user's
            }
        }
    }
}
