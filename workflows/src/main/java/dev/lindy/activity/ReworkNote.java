package dev.lindy.activity;

import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next attempt is told about the one before.
 *
 * @param verdicts the gates that rejected it, with paths of their evidence
 * @param mergeTip commit of the goal branch that must be merged first, or null
 */
public record ReworkNote(
        Outcome outcome,
        List<GateVerdict> verdicts,
        @Nullable String mergeTip) {

    public ReworkNote {
        verdicts = List.copyOf(verdicts);
    }
}
