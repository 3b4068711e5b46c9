package dev.lindy.activities.git;

import dev.lindy.run.BaseRef;
import java.util.List;

/**
 * A commit of what a checkout held at one moment.
 *
 * @param base the commit, and the branch that was checked out
 * @param files paths that differ from HEAD, from the top of the repository
 * @param leftOut sensitive files that stay as they are in HEAD
 * @param notes what people should know besides
 */
public record Snapshot(BaseRef base, List<String> files, List<String> leftOut, List<String> notes) {

    public Snapshot {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }
}
