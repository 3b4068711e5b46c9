package dev.lindy.activities.guard;

import dev.lindy.activities.guard.SharedFiles.Copy;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Copies of files, each once, named by the hash of their bytes. */
record FileCopies(Path folder) {

    /** The copy that was just made, or made earlier. */
    Copy keep(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Copy copy = new Copy(sha256(bytes), Files.isExecutable(file));
        Path target = path(copy);
        if (!Files.exists(target)) {
            PrivateFiles.write(target, bytes);
        }
        return copy;
    }

    byte[] read(Copy copy) throws IOException {
        return Files.readAllBytes(path(copy));
    }

    Path path(Copy copy) {
        return folder.resolve(copy.sha256());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
