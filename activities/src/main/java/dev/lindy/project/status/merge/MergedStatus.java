package dev.lindy.project.status.merge;

import java.util.List;

/** What a merge of two versions of a STATUS.md comes to. */
public sealed interface MergedStatus {

    /** A version that holds the changes of both sides. */
    record Merged(String text) implements MergedStatus {}

    /** A version is nothing that can be merged; the reason is one clause. */
    record Refused(String reason) implements MergedStatus {}

    /** Both sides changed the same text. */
    record Conflicted(List<Conflict> conflicts) implements MergedStatus {
        public Conflicted {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * Text that both sides changed to different things.
     *
     * @param section title, or empty for what is above the first one
     * @param ours lines of our version, empty where it removed them
     * @param theirs lines of the other version, empty where it removed them
     */
    record Conflict(String section, List<String> ours, List<String> theirs) {
        public Conflict {
            ours = List.copyOf(ours);
            theirs = List.copyOf(theirs);
        }
    }
}
