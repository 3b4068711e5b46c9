package dev.lindy.activities.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads lines of any bytes with bounded memory: invalid UTF-8 becomes replacement characters, a line above the
 * limit is left out, an unfinished last line counts.
 */
public final class LineFeed {

    private static final int BUFFER = 64 * 1024;

    private final int maxLine;

    /** Takes lines of at most {@code maxLine} bytes. */
    public LineFeed(int maxLine) {
        this.maxLine = maxLine;
    }

    public void read(InputStream in, Consumer<String> lines) throws IOException {
        byte[] buffer = new byte[BUFFER];
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int start = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n') {
                    tooLong |= !append(line, buffer, start, i);
                    emit(line, tooLong, lines);
                    tooLong = false;
                    start = i + 1;
                }
            }
            tooLong |= !append(line, buffer, start, n);
        }
        emit(line, tooLong, lines);
    }

    private boolean append(ByteArrayOutputStream line, byte[] buffer, int from, int to) {
        if (line.size() + (to - from) > maxLine) {
            return false;
        }
        line.write(buffer, from, to - from);
        return true;
    }

    private static void emit(ByteArrayOutputStream line, boolean tooLong, Consumer<String> lines) {
        if (!tooLong && line.size() > 0) {
            lines.accept(line.toString(StandardCharsets.UTF_8));
        }
        line.reset();
    }
}
