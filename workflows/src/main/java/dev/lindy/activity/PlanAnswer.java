package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import dev.lindy.run.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid plan, or every reason why there is none.
 *
 * @param plan the plan where it is valid, else null
 * @param problems every reason why there is no plan, in words for the user and the planner
 * @param failure how the planner itself failed, or null where it answered
 */
public record PlanAnswer(
        @Nullable ArtifactRef plan,
        List<String> problems,
        @Nullable Outcome failure,
        double costUsd) {

    public PlanAnswer {
        problems = List.copyOf(problems);
    }
}
