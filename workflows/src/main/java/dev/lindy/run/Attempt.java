package dev.lindy.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One try of a task by an agent.
 *
 * @param number from 1; interruptions and repeats that do not count keep the number
 * @param part how often this attempt's agent was started before without counting, from 0
 * @param agent name of the agent, for instance {@code claude_cli}
 * @param sessionId the agent's own conversation as chosen by us, or as the agent told; null before the start
 * @param outcome null while the attempt goes on
 * @param candidate the commit the attempt left, or null
 */
public record Attempt(
        int number,
        int part,
        String agent,
        @Nullable String sessionId,
        Instant startedAt,
        @Nullable Instant endedAt,
        double costUsd,
        @Nullable Outcome outcome,
        @Nullable String candidate,
        List<GateVerdict> gates) {

    public Attempt {
        gates = List.copyOf(gates);
    }

    public Attempt withGates(List<GateVerdict> verdicts) {
        return new Attempt(number, part, agent, sessionId, startedAt, endedAt, costUsd, outcome, candidate, verdicts);
    }

    public Attempt withAgent(String name) {
        return new Attempt(number, part, name, sessionId, startedAt, endedAt, costUsd, outcome, candidate, gates);
    }

    public Attempt withSession(String conversation) {
        return new Attempt(number, part, agent, conversation, startedAt, endedAt, costUsd, outcome, candidate, gates);
    }

    public Attempt ended(Instant at, Outcome how) {
        return new Attempt(number, part, agent, sessionId, startedAt, at, costUsd, how, candidate, gates);
    }
}
