package dev.lindy.activity;

import dev.lindy.run.GateVerdict;
import io.temporal.activity.ActivityInterface;

/** Gates judging trees. */
@ActivityInterface(namePrefix = "Gate.")
public interface GateActivities {

    /**
     * Runs one gate on one tree, or finds its verdict on the same tree.
     *
     * <p>May run a program: then completed by token. Idempotent by gate and tree.
     */
    GateVerdict judge(JudgeTree request);
}
