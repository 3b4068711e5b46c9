package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a task stands, in the words of every view, report and JSON. */
public enum TaskStatus {
    PENDING,
    WORKING,
    GATING,
    INTEGRATING,
    COMPLETED,
    FAILED,
    SKIPPED,
    CANCELED;

    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == SKIPPED || this == CANCELED;
    }

    /** Whether the task holds one of the run's parallel places. */
    public boolean isRunning() {
        return this == WORKING || this == GATING || this == INTEGRATING;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
