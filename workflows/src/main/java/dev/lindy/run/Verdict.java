package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A gate's answer. */
public enum Verdict {
    PASSED,
    /** The attempt is at fault; the evidence goes to the next one. */
    REJECTED,
    /** The gate itself could not run: never the agent's fault. */
    BROKEN,
    /** Rejected, then passed on the same tree: counts as passed and is reported. */
    FLAKY,
    /** Rejected on the base commit as well: does not blame the attempt. */
    BASELINE;

    /** Whether a required gate with this verdict lets the attempt through. */
    public boolean accepts() {
        return this == PASSED || this == FLAKY || this == BASELINE;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
