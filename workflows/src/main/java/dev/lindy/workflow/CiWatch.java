package dev.lindy.workflow;

import dev.lindy.activity.CiAnswer;
import dev.lindy.activity.CiQuestion;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlannedGate;
import dev.lindy.activity.Polling;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * Waits for the verdict of a CI service: pushes the commit, then looks after 5, 10, 20, … seconds. Between two looks
 * there is nothing but a timer, so that waiting holds no slot and no process and outlives everything.
 *
 * <p>Needs no version: no plan of an earlier one has a gate with a {@link Polling}.
 */
final class CiWatch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    /** Questions about one commit at most, whatever the config says of pauses: each is a dozen events. */
    private static final int MAX_LOOKS = 400;

    private final ActivityStubs stubs;
    private final PlannedGate gate;
    private final Polling polling;
    private final String summary;
    private final Duration interval;

    CiWatch(ActivityStubs stubs, PlannedGate gate, Polling polling, String summary) {
        this.stubs = stubs;
        this.gate = gate;
        this.polling = polling;
        this.summary = summary;
        interval = longer(polling.interval(), polling.limit().dividedBy(MAX_LOOKS));
    }

    /** The verdict on one commit; broken where there is none in time. */
    GateVerdict judge(JudgeTree asked) {
        CiAnswer pushed = ask(waited -> stubs.ci(summary + ", push").push(new CiQuestion(asked, waited)));
        if (pushed.verdict() != null) {
            return pushed.verdict();
        }
        CiAnswer seen = ask(waited -> stubs.ci(summary + ", look").look(new CiQuestion(asked, waited)));
        return seen.verdict() != null ? seen.verdict() : broken("there is no answer");
    }

    private CiAnswer ask(Function<Duration, CiAnswer> question) {
        Instant start = now();
        Duration pause = shorter(FIRST_PAUSE, interval);
        while (true) {
            Duration waited = Duration.between(start, now());
            CiAnswer answer = question.apply(waited);
            if (!answer.pending()) {
                return answer;
            }
            Duration left = polling.limit().minus(waited);
            if (left.isNegative() || left.isZero()) {
                return CiAnswer.of(broken("no verdict within " + polling.limit().toSeconds() + " s: " + answer.note()));
            }
            sleep(shorter(pause(answer, pause), left), answer.note());
            pause = shorter(pause.multipliedBy(2), interval);
        }
    }

    /** As long as the service asks for, and no shorter than it is our turn. */
    private static Duration pause(CiAnswer answer, Duration ours) {
        return answer.notBefore() == null ? ours : longer(ours, Duration.between(now(), answer.notBefore()));
    }

    private void sleep(Duration wait, String why) {
        TimerOptions options = TimerOptions.newBuilder()
                .setSummary(ActivityStubs.cut(summary + ", waiting: " + why))
                .build();
        Workflow.newTimer(wait, options).get();
    }

    private GateVerdict broken(String message) {
        return new GateVerdict(gate.name(), Verdict.BROKEN, gate.required(), message, "");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Workflow.currentTimeMillis());
    }
}
