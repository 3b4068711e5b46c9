package dev.lindy.activities.git;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What others add to a merge: rows of STATUS.md, the journal. */
public interface MergeParts {

    /** A merge that nobody adds to. */
    MergeParts NONE = new MergeParts() {};

    /** Whether a conflict in this file may be resolved; the others are not even read. */
    default boolean resolves(String path) {
        return false;
    }

    /**
     * Resolves a conflict in a file; the merge conflicts unless every conflict is resolved.
     *
     * @param base content of the file where both sides come from, or null
     * @param tip content in the goal branch, or null
     * @param candidate content in the candidate, or null
     */
    default Optional<byte[]> resolve(
            String path, byte @Nullable [] base, byte @Nullable [] tip, byte @Nullable [] candidate) {
        return Optional.empty();
    }

    /** Files that the merge commit holds besides the merged ones, by path. */
    default Map<String, byte[]> edits(MergedFiles merged) {
        return Map.of();
    }

    /** The journal's commit that says so, made anew whenever the journal moved meanwhile; null for none. */
    default @Nullable RefUpdate record(String mergeCommit) {
        return null;
    }

    /** Reads a file of the merged tree. */
    interface MergedFiles {

        /** Content of a regular file, or null where there is none. */
        byte @Nullable [] read(String path);
    }
}
