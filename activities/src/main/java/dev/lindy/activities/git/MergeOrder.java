package dev.lindy.activities.git;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import dev.lindy.text.SafeText;
import java.nio.file.Path;
import java.time.Instant;

/**
 * An accepted candidate that is to be merged.
 *
 * @param candidate commit that the gates accepted
 * @param judgedBase tip of the goal branch that it was judged on
 * @param needGates whether a gate must see the merged tree where it is not the candidate's
 * @param title of the task, one line
 * @param worktree folder of the task, whose attributes decide how files are merged
 * @param at when the merge was wanted first: a repeated order makes the same commit
 */
public record MergeOrder(
        RunId run,
        TaskId task,
        int attempt,
        String candidate,
        String judgedBase,
        boolean needGates,
        String title,
        Path worktree,
        Instant at) {

    private static final int MAX_TITLE = 200;

    /** Subject and trailers of the merge commit. */
    String message() {
        String line = SafeText.line(title, MAX_TITLE);
        return "Merge " + task + (line.isEmpty() ? "" : ": " + line) + "\n\n"
                + "Lindy-Run: " + run + "\n"
                + "Lindy-Task: " + task + "\n"
                + "Lindy-Attempt: " + attempt + "\n";
    }
}
