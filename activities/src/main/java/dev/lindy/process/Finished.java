package dev.lindy.process;

import java.nio.charset.StandardCharsets;

/**
 * How a {@link ShortCommand} ended.
 *
 * @param exitCode as a shell tells it (128 + signal)
 * @param stderr its last 64 KiB
 * @param timedOut whether it was ended at its timeout
 * @param truncated whether standard output had more than was kept
 */
@SuppressWarnings("ArrayRecordComponent")
public record Finished(int exitCode, byte[] stdout, String stderr, boolean timedOut, boolean truncated) {

    /** Standard output as UTF-8; bytes that are none become replacement characters. */
    public String text() {
        return new String(stdout, StandardCharsets.UTF_8);
    }

    /** Whether it ended by itself with status 0. */
    public boolean isSuccess() {
        return exitCode == 0 && !timedOut;
    }
}
