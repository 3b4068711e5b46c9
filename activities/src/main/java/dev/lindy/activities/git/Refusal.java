package dev.lindy.activities.git;

import java.util.List;

/**
 * Why what an agent left cannot be a candidate.
 *
 * @param message one sentence for the agent and for people, without full stop
 * @param files at most {@value Candidate#MAX_FILES} of the files at fault
 */
public record Refusal(Kind kind, String message, List<String> files) {

    public Refusal {
        files = List.copyOf(files);
    }

    /** What is at fault. */
    public enum Kind {
        /** HEAD does not hold the commit that the attempt started from. */
        NOT_A_DESCENDANT,
        /** Files that may be in no commit. */
        SENSITIVE_FILES,
        /** A merge, rebase or cherry-pick that was begun and not ended, or conflicts that are not resolved. */
        UNFINISHED
    }

    static Refusal of(Kind kind, String message, List<String> files) {
        return new Refusal(
                kind, message, files.stream().limit(Candidate.MAX_FILES).toList());
    }

    static String names(List<String> files) {
        String some = String.join(", ", files.stream().limit(5).toList());
        return files.size() <= 5 ? some : some + " and " + (files.size() - 5) + " more";
    }
}
