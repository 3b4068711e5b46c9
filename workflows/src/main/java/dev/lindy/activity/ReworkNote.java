package dev.lindy.activity;

import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import java.util.List;

/**
 * What the next attempt is told about the one before.
 *
 * @param verdicts the gates that rejected it, with paths of their evidence
 */
public record ReworkNote(Outcome outcome, List<GateVerdict> verdicts) {

    public ReworkNote {
        verdicts = List.copyOf(verdicts);
    }
}
