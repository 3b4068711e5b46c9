package dev.lindy.activities.gate;

import dev.lindy.run.GateVerdict;

/** How the gates of one kind come to their verdict. */
public interface GateJudge {

    /** The verdict, or {@code ByToken.later()} where a program has to end first. */
    GateVerdict judge(GateCase gate);
}
