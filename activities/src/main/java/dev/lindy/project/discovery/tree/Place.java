package dev.lindy.project.discovery.tree;

/**
 * Where something is said.
 *
 * @param file relative to the project root
 * @param line from 1, or 0 where it is the file as a whole
 */
public record Place(String file, int line) {

    public String text() {
        return line == 0 ? file : file + ":" + line;
    }
}
