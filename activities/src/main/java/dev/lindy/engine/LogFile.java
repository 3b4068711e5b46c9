package dev.lindy.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Output of a detached process. */
record LogFile(Path path) {

    private static final long MAX_BYTES = 10L << 20;
    private static final int TAIL_BYTES = 2_000;

    /** Puts a log that has grown past 10 MB aside; to be called while its process is not running. */
    void roll() throws IOException {
        PrivateFolders.create(path.toAbsolutePath().getParent());
        if (Files.exists(path) && Files.size(path) > MAX_BYTES) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /** The last lines written after the position, at most 2 KB; empty where nothing can be read. */
    String tail(long after) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long begin = Math.max(after, file.length() - TAIL_BYTES);
            if (begin >= file.length()) {
                return "";
            }
            file.seek(begin);
            byte[] bytes = new byte[(int) (file.length() - begin)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
