package dev.lindy.activities.agent;

import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.process.ProgramEnd;
import dev.lindy.run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the end of an agent's process means, whatever the agent said: the same for all of them. */
public final class EndRules {

    private static final int MAX_WORDS = 300;

    private final String agent;
    private final AgentHints hints;

    /** Speaks of the agent under this name. */
    public EndRules(String agent, AgentHints hints) {
        this.agent = agent;
        this.hints = hints;
    }

    /** The outcome where somebody else ended the program or it never began; empty where it ended by itself. */
    public Optional<Outcome> forced(ProgramEnd end) {
        return switch (end.reason()) {
            case CANCELED -> Optional.of(new Outcome.Canceled(agent + " was stopped"));
            case NOT_STARTED -> Optional.of(new Outcome.AgentNotInstalled(startFailure(end), hints.install()));
            case HARD_LIMIT ->
                Optional.of(new Outcome.TimedOut(
                        agent + " was stopped at its time limit" + minutes(end) + " without finishing"));
            case STALLED -> Optional.of(new Outcome.Stalled(agent + " was stopped because it showed no sign of life"));
            case LOST, EXITED -> Optional.empty();
        };
    }

    /** The outcome of a program that ended before it came to a result. */
    public Outcome silent(ProgramEnd end, ErrorOutput stderr) {
        Integer code = end.exitCode();
        if (end.reason() == ProgramEnd.Reason.LOST) {
            return new Outcome.Interrupted(agent + " is gone without an exit status");
        }
        if (code == null || isSignal(code)) {
            return new Outcome.Interrupted(agent + " was ended by a signal" + (code == null ? "" : " " + (code - 128)));
        }
        if (code == 127 || code == 126) {
            return new Outcome.AgentNotInstalled(
                    agent + " could not be started: " + stderr.lastLine("exit status " + code), hints.install());
        }
        String words = stderr.lastLine("");
        return new Outcome.AgentFailed(agent + " ended with exit status " + code + " and without a result"
                + (words.isEmpty() ? "" : ": " + words));
    }

    /** The outcome of a program whose result was good and whose end was not; empty where both were. */
    public Optional<Outcome> afterResult(ProgramEnd end) {
        Integer code = end.exitCode();
        if (code != null && isSignal(code)) {
            return Optional.of(new Outcome.Interrupted(agent + " was ended by signal " + (code - 128)));
        }
        if (code != null && code != 0) {
            return Optional.of(
                    new Outcome.AgentFailed(agent + " ended with exit status " + code + " after its result"));
        }
        return Optional.empty();
    }

    private String startFailure(ProgramEnd end) {
        String why = end.message().isBlank() ? "" : ": " + Excerpt.line(end.message(), MAX_WORDS);
        return agent + " could not be started" + why;
    }

    private static String minutes(ProgramEnd end) {
        Instant launched = end.launchedAt();
        if (launched == null) {
            return "";
        }
        long seconds = Duration.between(launched, end.endedAt()).toSeconds();
        return seconds < 120 ? " of " + seconds + " s" : " of " + seconds / 60 + " min";
    }

    private static boolean isSignal(int code) {
        return code > 128 && code < 192;
    }
}
