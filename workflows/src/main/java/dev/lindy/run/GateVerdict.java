package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonCreator;
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
 */
public record GateVerdict(
        String name,
        Verdict verdict,
        boolean required,
        String summary,
        String evidence,
        String tail,
        @Nullable Failures failures) {

    /** Verdicts of earlier versions have no tail and no failures. */
    @JsonCreator
    public GateVerdict(
            String name,
            Verdict verdict,
            boolean required,
            String summary,
            String evidence,
            @Nullable String tail,
            @Nullable Failures failures) {
        this.name = name;
        this.verdict = verdict;
        this.required = required;
        this.summary = summary;
        this.evidence = evidence;
        this.tail = Objects.requireNonNullElse(tail, "");
        this.failures = failures;
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
        return new GateVerdict(name, verdict, required, summary, evidence, lines, failures);
    }

    /** Whether this answer keeps the attempt from being accepted. */
    public boolean blocks() {
        return required && verdict == Verdict.REJECTED;
    }
}
