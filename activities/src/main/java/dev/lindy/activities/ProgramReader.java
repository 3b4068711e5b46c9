package dev.lindy.activities;

import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramRecord;

/** Turns an ended program into the result of the Activity that waits for it. */
public interface ProgramReader {

    /** The kind of program this reads, as in {@code ProgramSpec.kind()}. */
    String kind();

    /**
     * The Activity's result. Called again after a restart that came in between, so it must find its own
     * effects.
     */
    Object read(ProgramRecord program, ProgramEnd end);
}
