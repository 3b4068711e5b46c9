package dev.lindy.project.discovery.merge;

import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;

/** Texts of a project, read and written as a whole: whoever reads sees the old content or the new one. */
final class ProjectFolder {

    /** Larger files are not ours, in bytes. */
    private static final int MAX_BYTES = 4 << 20;

    private final Path root;
    private final ProjectFiles files;

    ProjectFolder(Path root) {
        this.root = root;
        this.files = new ProjectFiles(root);
    }

    /** The text, or empty where there is no file. */
    Optional<String> read(String path) throws IOException {
        if (Files.isSymbolicLink(root.resolve(path))) {
            throw new FileSystemException(path, null, "it is a symbolic link");
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(files.read(path, MAX_BYTES));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new FileSystemException(path, null, "it is not UTF-8 text");
        }
    }

    /** Writes the text; folders are made where they are missing, and permissions stay as they were. */
    void write(String path, String text) throws IOException {
        Path file = files.inside(path);
        Path folder = Objects.requireNonNull(file.getParent(), "a file has a folder");
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".lindy", ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.setPosixFilePermissions(
                    fresh,
                    Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                            ? Files.getPosixFilePermissions(file)
                            : PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Makes a folder where there is none. */
    void makeFolder(String path) throws IOException {
        Files.createDirectories(files.inside(path));
    }
}
