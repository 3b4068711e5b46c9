package dev.lindy.activities.finding;

/** Picks what it knows out of an output, line by line; time is linear in the length of the line. */
public interface LineReader {

    /** Takes the next line, without its end. */
    void read(String line);

    /** Says that no line follows. */
    default void end() {}
}
