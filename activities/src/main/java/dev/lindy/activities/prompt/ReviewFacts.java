package dev.lindy.activities.prompt;

import dev.lindy.plan.TaskId;
import java.util.List;

/**
 * What an agent that judges by reading is told about a change.
 *
 * @param request which time it is asked about this attempt, from 1
 * @param title what the task is, one line
 * @param module folder of the task's module, or empty for the whole project
 * @param readFirst files of the worktree to read before all others, from its root
 * @param checks what mechanical gates said of the change, a line each
 * @param diffstat table of the changed files
 * @param diff patch of the change, maybe cut
 * @param prefix the user's own words at the top, may be empty
 */
public record ReviewFacts(
        String project,
        TaskId task,
        int attempt,
        int request,
        String title,
        String taskPrompt,
        String module,
        List<String> readFirst,
        List<String> checks,
        String diffstat,
        String diff,
        String prefix) {

    public ReviewFacts {
        readFirst = List.copyOf(readFirst);
        checks = List.copyOf(checks);
    }
}
