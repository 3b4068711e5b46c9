package dev.lindy.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Files that only the user can read (0600), in folders that only the user can enter (0700). Files are written in one step:
 * whoever reads sees the old content or the new one.
 */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Replaces the file as a whole, in a folder that is made where it is missing. */
    public static void write(Path file, byte[] content) {
        folder(parent(file));
        replace(file, content);
    }

    /** Replaces the file as a whole, in a folder that must be there: one that somebody removed stays away. */
    public static void replace(Path file, byte[] content) {
        try {
            Path fresh = Files.createTempFile(parent(file), "." + file.getFileName(), ".tmp", FILE);
            try {
                Files.write(fresh, content);
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }

    public static void replace(Path file, String content) {
        replace(file, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
    }

    /** Makes a folder and those above it where they are missing. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder `" + folder + "`", e);
        }
    }

    /** Makes the folder; false where somebody else made it before, or the one above it is gone. */
    public static boolean claim(Path folder) {
        try {
            Files.createDirectory(folder, FOLDER);
            return true;
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder `" + folder + "`", e);
        }
    }

    /** An empty file for the user alone where there is none; what exists stays as it is. */
    public static void touch(Path file) throws IOException {
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        try {
            Files.createFile(file, FILE);
        } catch (FileAlreadyExistsException e) {
            // It stays as it is: a device, or the output of a launch that did not get far.
        }
    }

    /** The text, or empty where the file is missing or has none. */
    public static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file)).filter(text -> !text.isBlank());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Deletes a folder and all that is in it; one that is gone is no problem. */
    public static void deleteTree(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // Somebody else removed it first.
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete `" + folder + "`", e);
        }
    }
}
