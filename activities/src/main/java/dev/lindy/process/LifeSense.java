package dev.lindy.process;

/**
 * Reads a program's output for signs that silence is not a stall: an open tool call, an announced retry.
 * One instance per program; a Worker that adopts a program feeds it from the start of the file.
 */
public interface LifeSense {

    /** A complete line of standard output, without its end, cut at 64 KiB. */
    void line(String line);

    /** Whether the program said that it is busy with something that may be silent. */
    boolean isBusy();

    /** The one for programs that say nothing about themselves. */
    static LifeSense none() {
        return new LifeSense() {
            @Override
            public void line(String line) {}

            @Override
            public boolean isBusy() {
                return false;
            }
        };
    }
}
