package dev.lindy.process;

/** Whoever waits for programs with an owner. Called by the watch only, for one program by one thread at a time. */
public interface ProgramListener {

    /** What the owner answered to a sign of life. */
    enum Answer {
        /** Go on. */
        CONTINUE,
        /** End the program and its descendants; {@link #ended} follows with {@code CANCELED}. */
        END,
        /** The owner could not be reached or is not known now: keep the program, ask again. */
        UNKNOWN
    }

    /** Tells the owner that the program lives or waits for its turn. Called at least every 2 s. */
    Answer alive(ProgramRecord record, ProgramPulse pulse);

    /**
     * Tells the owner that the program has ended and nothing of it is left. The record is removed when this
     * returns; where it throws, it is called again later, also after a restart.
     */
    void ended(ProgramRecord record, ProgramEnd end);
}
