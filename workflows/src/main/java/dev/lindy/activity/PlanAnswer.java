package dev.lindy.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid plan, or every reason why there is none.
 *
 * @param plan the plan where it is valid, else null
 * @param problems every reason why there is no plan, in words for the user and the planner
 * @param costUsd as far as it is known
 * @param costUnknown whether it may have cost more than {@code costUsd}
 * @param failure how the planner itself failed, or null where it answered
 */
public record PlanAnswer(
        @Nullable ArtifactRef plan,
        List<String> problems,
        @Nullable Outcome failure,
        double costUsd,
        boolean costUnknown) {

    @JsonCreator
    public PlanAnswer {
        problems = List.copyOf(problems);
    }

    /** An answer whose whole cost is known. */
    public PlanAnswer(@Nullable ArtifactRef plan, List<String> problems, @Nullable Outcome failure, double costUsd) {
        this(plan, problems, failure, costUsd, false);
    }

    /** The same answer of a planner that does not tell what it cost. */
    public PlanAnswer withUnknownCost(boolean unknown) {
        return new PlanAnswer(plan, problems, failure, costUsd, unknown);
    }
}
