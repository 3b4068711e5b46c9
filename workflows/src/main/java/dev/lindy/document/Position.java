package dev.lindy.document;

/** A place in a text: line and column from 1, or 0 and 0 where unknown. */
public record Position(int line, int column) {

    public static final Position UNKNOWN = new Position(0, 0);
}
