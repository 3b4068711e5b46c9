package dev.lindy.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a stream to its end on a thread of its own and keeps its start or its last bytes, up to a bound. */
final class OutputDrain {

    private static final int CHUNK = 16 * 1024;

    private final InputStream stream;
    private final int bound;
    private final boolean keepsLast;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;
    private boolean isTruncated;

    private OutputDrain(InputStream stream, int bound, boolean keepsLast) {
        this.stream = stream;
        this.bound = bound;
        this.keepsLast = keepsLast;
        this.thread = new Thread(this::run, "lindy-drain");
        this.thread.setDaemon(true);
    }

    static OutputDrain first(InputStream stream, int bound) {
        return new OutputDrain(stream, bound, false).start();
    }

    static OutputDrain last(InputStream stream, int bound) {
        return new OutputDrain(stream, bound, true).start();
    }

    /** Waits for the end of the stream; false where it did not come in time. */
    boolean await(long millis) throws InterruptedException {
        thread.join(Math.max(1, millis));
        return !thread.isAlive();
    }

    synchronized byte[] bytes() {
        byte[] all = kept.toByteArray();
        return all.length <= bound ? all : Arrays.copyOfRange(all, all.length - bound, all.length);
    }

    synchronized boolean isTruncated() {
        return isTruncated;
    }

    private OutputDrain start() {
        thread.start();
        return this;
    }

    private void run() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                keep(chunk, count);
            }
        } catch (IOException e) {
            // The stream was closed under us, because nobody waits for more.
        }
    }

    private synchronized void keep(byte[] chunk, int count) {
        if (!keepsLast) {
            int wanted = Math.min(count, bound - kept.size());
            kept.write(chunk, 0, wanted);
            isTruncated |= wanted < count;
            return;
        }
        kept.write(chunk, 0, count);
        if (kept.size() > 2 * (bound + CHUNK)) {
            byte[] tail = bytes();
            kept.reset();
            kept.write(tail, 0, tail.length);
            isTruncated = true;
        }
    }
}
