package dev.lindy.worker.program;

import dev.lindy.process.ProgramKey;

/** The end of a program could not be told now; the watch tries again. */
public final class NotDeliveredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotDeliveredException(String cause, ProgramKey key) {
        super("could not tell the end of program `" + key + "`: " + cause);
    }
}
