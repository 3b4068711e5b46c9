package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. What follows from it is decided in {@code Rework} alone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = Outcome.RejectedByGate.class, name = "rejected_by_gate"),
    @JsonSubTypes.Type(value = Outcome.Conflict.class, name = "conflict"),
    @JsonSubTypes.Type(value = Outcome.NoChange.class, name = "no_change"),
    @JsonSubTypes.Type(value = Outcome.AgentFailed.class, name = "agent_failed"),
    @JsonSubTypes.Type(value = Outcome.Stalled.class, name = "stalled"),
    @JsonSubTypes.Type(value = Outcome.TimedOut.class, name = "timed_out"),
    @JsonSubTypes.Type(value = Outcome.ContextExhausted.class, name = "context_exhausted"),
    @JsonSubTypes.Type(value = Outcome.Quota.class, name = "quota"),
    @JsonSubTypes.Type(value = Outcome.Transient.class, name = "transient"),
    @JsonSubTypes.Type(value = Outcome.BudgetExhausted.class, name = "budget_exhausted"),
    @JsonSubTypes.Type(value = Outcome.AuthMissing.class, name = "auth_missing"),
    @JsonSubTypes.Type(value = Outcome.AgentNotInstalled.class, name = "agent_not_installed"),
    @JsonSubTypes.Type(value = Outcome.NeedsAnswer.class, name = "needs_answer"),
    @JsonSubTypes.Type(value = Outcome.Interrupted.class, name = "interrupted"),
    @JsonSubTypes.Type(value = Outcome.Canceled.class, name = "canceled")
})
public sealed interface Outcome {

    /** The word for views, reports and {@code show --json}, equal to the type property. */
    default String word() {
        return getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }

    /** One sentence without full stop that says what happened. */
    String message();

    record Accepted() implements Outcome {
        @Override
        public String message() {
            return "accepted";
        }
    }

    record RejectedByGate(List<String> gates, String message) implements Outcome {
        public RejectedByGate {
            gates = List.copyOf(gates);
        }
    }

    record Conflict(List<String> files) implements Outcome {
        public Conflict {
            files = List.copyOf(files);
        }

        @Override
        public String message() {
            return "conflicts with the goal branch in " + String.join(", ", files);
        }
    }

    record NoChange(String message) implements Outcome {}

    record AgentFailed(String message) implements Outcome {}

    record Stalled(String message) implements Outcome {}

    record TimedOut(String message) implements Outcome {}

    record ContextExhausted(String message) implements Outcome {}

    // until when the provider said the quota is back, or null
    record Quota(String message, @Nullable Instant until) implements Outcome {}

    record Transient(String message) implements Outcome {}

    record BudgetExhausted(String message) implements Outcome {}

    record AuthMissing(String message, String hint) implements Outcome {}

    record AgentNotInstalled(String message, String hint) implements Outcome {}

    record NeedsAnswer(String message) implements Outcome {}

    record Interrupted(String message) implements Outcome {}

    record Canceled(String message) implements Outcome {}
}
