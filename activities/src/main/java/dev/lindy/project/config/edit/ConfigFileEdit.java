package dev.lindy.project.config.edit;

import dev.lindy.document.DocumentReader;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.edit.RefusedEditException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/** Changes a value of a config file in one step: whoever reads sees the old file or the new one. */
public final class ConfigFileEdit {

    private ConfigFileEdit() {}

    /**
     * Sets a value in the file; permissions stay, and a link inside of the project is followed.
     *
     * @return what was done
     * @throws RefusedEditException where nothing is changed
     * @throws IOException where the file cannot be read or written; it is as it was
     */
    public static ConfigEdit set(Path file, String key, String value) throws RefusedEditException, IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(ConfigLoader.projectRoot(file).toRealPath())) {
            throw new RefusedEditException(
                    "the file leads out of the project, to `" + real + "`", "change that one in an editor");
        }
        byte[] old = read(real);
        ConfigEdit edit = ConfigEdit.set(text(old), file, key, value);
        byte[] content = edit.text().getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(old, content)) {
            replace(real, old, content);
        }
        return edit;
    }

    private static byte[] read(Path file) throws IOException, RefusedEditException {
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(file.toString(), null, "it is no regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(DocumentReader.MAX_CHARS + 1);
            if (bytes.length > DocumentReader.MAX_CHARS) {
                throw new RefusedEditException(Kind.FILE, "the file is larger than 8 MB", null);
            }
            return bytes;
        }
    }

    private static String text(byte[] bytes) throws RefusedEditException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedEditException(Kind.FILE, "the file is not UTF-8 text", null);
        }
    }

    private static void replace(Path file, byte[] old, byte[] content) throws IOException, RefusedEditException {
        Path fresh = Files.createTempFile(file.getParent(), ".orchestrator", ".tmp");
        try {
            Files.write(fresh, content);
            PosixFileAttributeView permissions = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (permissions != null) {
                Files.setPosixFilePermissions(
                        fresh, permissions.readAttributes().permissions());
            }
            // an editor may have saved the file meanwhile
            if (!Arrays.equals(old, read(file))) {
                throw new RefusedEditException("the file has just been changed by somebody else", "try again");
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
