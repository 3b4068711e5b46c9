package dev.lindy.activity;

import io.temporal.activity.ActivityInterface;

/** Plans: asking the planner and reading what was accepted. */
@ActivityInterface(namePrefix = "Plan.")
public interface PlanActivities {

    /**
     * Asks the planner for a plan, or takes the given plan file, and checks it.
     *
     * <p>Runs a program: completed by token. Idempotent by run and request number; a second delivery
     * finds the first one's program or its answer.
     */
    PlanAnswer plan(PlanRequest request);

    /**
     * Reads tasks of the accepted plan, without their prompts, with their gates resolved.
     *
     * <p>Idempotent: reads only.
     */
    PlanPage read(PlanPageRequest request);
}
