package dev.lindy.state;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Sees to it that a state directory belongs to this user and that nobody else looks into it. */
final class StateOwner {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    private StateOwner() {}

    /**
     * Closes a directory that others may enter; one that is missing is made later, and closed from the start.
     *
     * @throws UnsafeStateException where somebody else made it, or the link that leads to it
     */
    static void secure(Path root) {
        try {
            requireOwn(root, LinkOption.NOFOLLOW_LINKS);
            requireOwn(root);
            if (!Files.isDirectory(root)) {
                throw new UnsafeStateException("the state directory `" + root + "` is no folder");
            }
            if (!Files.getPosixFilePermissions(root).equals(PRIVATE)) {
                Files.setPosixFilePermissions(root, PRIVATE);
            }
        } catch (NoSuchFileException e) {
            // nothing to protect yet
        } catch (IOException e) {
            throw new UncheckedIOException("could not look at the state directory `" + root + "`", e);
        }
    }

    private static void requireOwn(Path root, LinkOption... options) throws IOException {
        int owner = (Integer) Files.getAttribute(root, "unix:uid", options);
        if (owner != new UnixSystem().getUid()) {
            throw new UnsafeStateException("the state directory `%s` belongs to `%s`, who could read and change it"
                    .formatted(root, Files.getOwner(root, options).getName()));
        }
    }
}
