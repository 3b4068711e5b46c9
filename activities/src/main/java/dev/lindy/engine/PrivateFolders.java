package dev.lindy.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Folders that only the user can look into. */
public final class PrivateFolders {

    private PrivateFolders() {}

    /** Makes the folder and missing parents with mode 0700; existing ones stay as they are. */
    public static Path create(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IOException("file has no folder");
        }
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
