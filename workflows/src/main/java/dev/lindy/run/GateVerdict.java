package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One gate's answer about one tree.
 *
 * @param name the gate's name in the plan or the project config
 * @param required whether a rejection stops the attempt
 * @param summary one line for people, for instance the first failing test
 * @param evidence path of the whole output, relative to the evidence folder; empty where there is none
 * @param tail the last lines of the output of a gate that rejected, at most 1,000 characters; else empty
 * @param failures what failed, told apart by the base commit; null where that could not be read
 * @param costUsd what this answer cost where an agent gave it, in US dollars, as far as it is known; else null
 * @param costUnknown whether it may have cost more
 * @param cause how the program failed that a broken gate relies on, where that is known: what follows from it
 *     follows from it for an agent at work as well, for instance waiting for a quota; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GateVerdict(
        String name,
        Verdict verdict,
        boolean required,
        String summary,
        String evidence,
        String tail,
        @Nullable Failures failures,
        @Nullable Double costUsd,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean costUnknown,
        @Nullable Outcome cause) {

    /** Verdicts of earlier versions have no tail and no failures. */
    @JsonCreator
    public GateVerdict(
            String name,
            Verdict verdict,
            boolean required,
            String summary,
            String evidence,
            @Nullable String tail,
            @Nullable Failures failures,
            @Nullable Double costUsd,
            boolean costUnknown,
            @Nullable Outcome cause) {
        this.name = name;
        this.verdict = verdict;
        this.required = required;
        this.summary = summary;
        this.evidence = evidence;
        this.tail = Objects.requireNonNullElse(tail, "");
        this.failures = failures;
        this.costUsd = costUsd;
        this.costUnknown = costUnknown;
        this.cause = cause;
    }

    /** A verdict of a gate without an agent. */
    public GateVerdict(
            String name,
            Verdict verdict,
            boolean required,
            String summary,
            String evidence,
            @Nullable String tail,
            @Nullable Failures failures) {
        this(name, verdict, required, summary, evidence, tail, failures, null, false, null);
    }

    /** A verdict of a gate that does not tell its failures one by one. */
    public GateVerdict(String name, Verdict verdict, boolean required, String summary, String evidence, String tail) {
        this(name, verdict, required, summary, evidence, tail, null);
    }

    /** A verdict that needs no explanation. */
    public GateVerdict(String name, Verdict verdict, boolean required, String summary, String evidence) {
        this(name, verdict, required, summary, evidence, "");
    }

    public GateVerdict withTail(String lines) {
        return new GateVerdict(
                name, verdict, required, summary, evidence, lines, failures, costUsd, costUnknown, cause);
    }

    /**
     * The same answer with what it cost, as far as that is known, or null where it was paid for before.
     *
     * @param unknown whether it may have cost more
     */
    public GateVerdict withCost(@Nullable Double usd, boolean unknown) {
        return new GateVerdict(name, verdict, required, summary, evidence, tail, failures, usd, unknown, cause);
    }

    public GateVerdict withCause(@Nullable Outcome failure) {
        return new GateVerdict(
                name, verdict, required, summary, evidence, tail, failures, costUsd, costUnknown, failure);
    }

    /** Whether this answer keeps the attempt from being accepted. */
    public boolean blocks() {
        return required && verdict == Verdict.REJECTED;
    }
}
