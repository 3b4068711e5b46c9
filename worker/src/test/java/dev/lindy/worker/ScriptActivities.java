package dev.lindy.worker;

import io.temporal.activity.ActivityInterface;

/** Activities of tests. */
@ActivityInterface(namePrefix = "Script.")
public interface ScriptActivities {

    /** Runs a program; completed by token with its output. */
    String program(ScriptRequest request);

    /** Blocks in its first delivery until it is interrupted; later ones tell their number. */
    String block(ScriptRequest request);

    /** Returns at once. */
    String step(ScriptRequest request);
}
