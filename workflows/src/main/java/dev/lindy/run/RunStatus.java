package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a run stands, in the words of every view, report and JSON. */
public enum RunStatus {
    PLANNING,
    AWAITING_APPROVAL,
    RUNNING,
    PAUSED,
    COMPLETED,
    FAILED,
    CANCELED;

    /** Whether nothing more will happen unless a person resumes the run. */
    public boolean isTerminal() {
        return this == COMPLETED || this == FAILED || this == CANCELED;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
