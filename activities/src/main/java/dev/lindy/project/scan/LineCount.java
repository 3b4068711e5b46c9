package dev.lindy.project.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a source file is.
 *
 * @param lines 0 where the file is binary
 * @param hasInlineTests whether it has tests of its own, as Rust files do
 */
record LineCount(int lines, boolean hasInlineTests) {

    /** So much of a file is read; what is longer has too many lines anyway or is none of ours. */
    static final int MAX_BYTES = 8 << 20;

    static final int BUFFER = 64 << 10;

    private static final int BINARY_PROBE = 8 << 10;
    private static final byte[] RUST_TESTS = "#[cfg(test)]".getBytes(StandardCharsets.US_ASCII);

    /** @param buffer for the content, at least {@link #BUFFER} bytes, used again for each file */
    static LineCount of(Path file, byte[] buffer) throws IOException {
        boolean rust = SourceKind.isRust(file.getFileName().toString());
        int lines = 0;
        long total = 0;
        boolean inlineTests = false;
        byte last = '\n';
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0 && total < MAX_BYTES; read = in.read(buffer)) {
                if (total == 0 && isBinary(buffer, Math.min(read, BINARY_PROBE))) {
                    return new LineCount(0, false);
                }
                lines += count(buffer, read);
                inlineTests |= rust && contains(buffer, read);
                last = buffer[read - 1];
                total += read;
            }
        }
        return new LineCount(last == '\n' ? lines : lines + 1, inlineTests);
    }

    private static int count(byte[] buffer, int length) {
        int lines = 0;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private static boolean isBinary(byte[] buffer, int length) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(byte[] buffer, int length) {
        for (int i = 0; i + RUST_TESTS.length <= length; i++) {
            int k = 0;
            while (k < RUST_TESTS.length && buffer[i + k] == RUST_TESTS[k]) {
                k++;
            }
            if (k == RUST_TESTS.length) {
                return true;
            }
        }
        return false;
    }
}
