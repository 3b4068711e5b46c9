package dev.lindy.activities.finding.output;

import dev.lindy.activities.finding.LineReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Cuts a stream into lines; of a long line only the beginning is kept. */
final class OutputLines {

    private static final int MAX_LINE = 4_000;
    /** Lines that are JSON are of no use in part. */
    private static final int MAX_JSON = 256 << 10;

    private static final int BUFFER = 64 << 10;

    private final LineReader reader;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(MAX_LINE);
    private int room = MAX_LINE;

    OutputLines(LineReader reader) {
        this.reader = reader;
    }

    /** Takes at most so many bytes. */
    void read(InputStream in, long max) throws IOException {
        long left = max;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(BUFFER, left));
            if (count < 0) {
                return;
            }
            take(count);
            left -= count;
        }
    }

    /** The last line need not have an end. */
    void end() {
        if (line.size() > 0) {
            emit();
        }
        reader.end();
    }

    private void take(int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (buffer[i] == '\n') {
                append(start, i);
                emit();
                start = i + 1;
            }
        }
        append(start, count);
    }

    private void append(int from, int to) {
        if (line.size() == 0 && from < to && buffer[from] == '{') {
            room = MAX_JSON;
        }
        line.write(buffer, from, Math.min(to - from, room - line.size()));
    }

    private void emit() {
        reader.read(line.toString(StandardCharsets.UTF_8));
        line.reset();
        room = MAX_LINE;
    }
}
