package dev.lindy.activities.git;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt left.
 *
 * @param commit full id, or null where it was refused
 * @param changed whether it differs from the base as a tree
 * @param changedFiles paths that differ, at most {@value #MAX_FILES}
 * @param changedCount how many differ in all
 * @param diffstat the change as a table
 * @param ref the ref that keeps the commit, or null where there is none
 * @param notes what people should know
 * @param refused why it cannot be judged, or null
 */
public record Candidate(
        @Nullable String commit,
        boolean changed,
        List<String> changedFiles,
        int changedCount,
        String diffstat,
        @Nullable String ref,
        List<String> notes,
        @Nullable Refusal refused) {

    /** Most paths that are listed. */
    public static final int MAX_FILES = 200;

    public Candidate {
        changedFiles = List.copyOf(changedFiles);
        notes = List.copyOf(notes);
    }

    static Candidate refused(Refusal refusal, List<String> notes) {
        return new Candidate(null, false, List.of(), 0, "", null, notes, refusal);
    }
}
