package dev.lindy.activities.prompt;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.output.ToolOutput;
import java.util.List;

/**
 * Why one gate rejected an attempt.
 *
 * @param gate the gate's name
 * @param summary one line, may be empty
 * @param output what the gate printed, any text
 * @param findings what it says is wrong with the attempt
 * @param known what failed before the attempt as well, a line each
 */
public record GateEvidence(String gate, String summary, String output, Findings findings, List<String> known) {

    public GateEvidence {
        known = List.copyOf(known);
    }

    /** A gate of which there is nothing but its output. */
    public GateEvidence(String gate, String summary, String output) {
        this(gate, summary, output, ToolOutput.of(Excerpt.of(output, Feedback.MAX_READ), ""), List.of());
    }
}
