package dev.lindy.activities.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Loose objects of a repository, written as git writes them and read where they are not packed. */
final class ObjectFiles {

    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--r--r--");
    private static final int MAX_READ = 1 << 20;

    private final Path folder;

    /** The folder {@code objects} of the repository. */
    ObjectFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes an object unless it is there, and returns its id. */
    String write(String type, byte[] content) {
        byte[] header = (type + " " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        MessageDigest digest = sha1();
        digest.update(header);
        String id = HexFormat.of().formatHex(digest.digest(content));
        Path file = file(id);
        if (!Files.exists(file)) {
            store(file, header, content);
        }
        return id;
    }

    private static void store(Path file, byte[] header, byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        // the name under which git's own upkeep removes what a crash left
        Path draft = file.resolveSibling(
                "tmp_obj_" + Long.toHexString(ThreadLocalRandom.current().nextLong()));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(header);
            deflater.write(content);
            deflater.finish();
            Files.createDirectories(file.getParent());
            Files.write(draft, packed.toByteArray());
            Files.setPosixFilePermissions(draft, READ_ONLY);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException problem) {
            throw new UncheckedIOException("could not write the object " + file, problem);
        }
    }

    /** Content of an object of this type; empty where it is packed, damaged, of another type or larger than 1 MiB. */
    Optional<byte[]> read(String type, String id) {
        Path file = file(id);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file))) {
            byte[] all = in.readNBytes(MAX_READ);
            int end = 0;
            while (end < all.length && all[end] != 0) {
                end++;
            }
            String header = new String(all, 0, end, StandardCharsets.US_ASCII);
            int size = all.length - end - 1;
            boolean isWhole = id.equals(HexFormat.of().formatHex(sha1().digest(all)));
            return isWhole && header.equals(type + " " + size)
                    ? Optional.of(Arrays.copyOfRange(all, end + 1, all.length))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Path file(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id.substring(2));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-1 is missing", missing);
        }
    }
}
