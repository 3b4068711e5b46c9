package dev.lindy.activities.prompt;

import dev.lindy.run.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why there is another start for a task, and what is there already.
 *
 * @param taskPrompt the task's own prompt
 * @param outcome how the start before ended
 * @param evidence of the gates that rejected it
 * @param tip full id of the commit to merge after a conflict, or null
 * @param diffStat {@code git diff --stat} from the task's base to the worktree, may be empty
 */
public record Rework(
        AttemptFacts facts,
        String taskPrompt,
        Outcome outcome,
        List<GateEvidence> evidence,
        @Nullable String tip,
        String diffStat) {

    public Rework {
        evidence = List.copyOf(evidence);
    }
}
