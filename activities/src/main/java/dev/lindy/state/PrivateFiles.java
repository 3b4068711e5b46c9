package dev.lindy.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Writes files that only the user can read (0600), in folders that only the user can enter (0700). */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private PrivateFiles() {}

    /** Replaces the file as a whole: whoever reads sees the old content or the new one. */
    public static void write(Path file, byte[] content) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
            folder(folder);
            Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".tmp", FILE);
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

    /** Makes a folder and those above it where they are missing. */
    public static void folder(Path folder) {
        try {
            Files.createDirectories(folder, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("could not make the folder `" + folder + "`", e);
        }
    }
}
