package dev.lindy.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a growing file line by line from its start, with the memory of one line: what passes 64 KiB of a
 * line is dropped, bytes that are no UTF-8 become replacement characters. One thread at a time.
 */
final class LineTail {

    static final int MAX_LINE = 64 * 1024;
    /** Bounds one call, so that whoever adopts a program with a long past stays answerable. */
    private static final long MAX_READ = 64L * 1024 * 1024;

    private final Path file;
    private final Consumer<String> sink;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
    private byte[] line = new byte[1024];
    private int length;
    private long position;

    LineTail(Path file, Consumer<String> sink) {
        this.file = file;
        this.sink = sink;
    }

    /** Reads what has come since the last call; a missing file is an empty one, a shorter one starts anew. */
    void read() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < position) {
                position = 0;
                length = 0;
            }
            read(channel, Math.min(channel.size(), position + MAX_READ));
        } catch (IOException e) {
            // Not there yet, or not readable: both mean that there is nothing to tell.
        }
    }

    private void read(FileChannel channel, long end) throws IOException {
        while (position < end) {
            buffer.clear();
            int count = channel.read(buffer, position);
            if (count <= 0) {
                return;
            }
            position += count;
            accept(buffer.array(), count);
        }
    }

    private void accept(byte[] bytes, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                append(bytes, start, i);
                emit();
                start = i + 1;
            }
        }
        append(bytes, start, count);
    }

    private void append(byte[] bytes, int from, int to) {
        int wanted = Math.min(to - from, MAX_LINE - length);
        if (length + wanted > line.length) {
            line = Arrays.copyOf(line, Math.min(MAX_LINE, Math.max(2 * line.length, length + wanted)));
        }
        System.arraycopy(bytes, from, line, length, wanted);
        length += wanted;
    }

    private void emit() {
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        sink.accept(new String(line, 0, end, StandardCharsets.UTF_8));
    }
}
