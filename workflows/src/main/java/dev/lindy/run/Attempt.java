package dev.lindy.run;

import com.fasterxml.jackson.annotation.JsonCreator;
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
 * @param costUsd of its agent and of the agents that judged it, as far as it is known
 * @param outcome null while the attempt goes on
 * @param candidate the commit the attempt left, or null
 * @param model that the agent was asked to use, or null where it chose
 * @param costUnknown whether it may have cost more than {@code costUsd}
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
        List<GateVerdict> gates,
        @Nullable String model,
        boolean costUnknown) {

    @JsonCreator
    public Attempt {
        gates = List.copyOf(gates);
    }

    /** An attempt by an agent that chose its model and told its cost. */
    public Attempt(
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
        this(number, part, agent, sessionId, startedAt, endedAt, costUsd, outcome, candidate, gates, null, false);
    }

    public Attempt withGates(List<GateVerdict> verdicts) {
        return with(agent, sessionId, endedAt, outcome, verdicts);
    }

    public Attempt withAgent(String name) {
        return with(name, sessionId, endedAt, outcome, gates);
    }

    /** The same attempt by this agent and model. */
    public Attempt withAgent(String name, @Nullable String itsModel) {
        return new Attempt(
                number,
                part,
                name,
                sessionId,
                startedAt,
                endedAt,
                costUsd,
                outcome,
                candidate,
                gates,
                itsModel,
                costUnknown);
    }

    public Attempt withSession(String conversation) {
        return with(agent, conversation, endedAt, outcome, gates);
    }

    /**
     * The same attempt with what a judgment of it has cost.
     *
     * @param unknown whether it may have cost more
     */
    public Attempt withMoreCost(double usd, boolean unknown) {
        return new Attempt(
                number,
                part,
                agent,
                sessionId,
                startedAt,
                endedAt,
                costUsd + usd,
                outcome,
                candidate,
                gates,
                model,
                costUnknown || unknown);
    }

    public Attempt ended(Instant at, Outcome how) {
        return with(agent, sessionId, at, how, gates);
    }

    private Attempt with(
            String name,
            @Nullable String conversation,
            @Nullable Instant end,
            @Nullable Outcome how,
            List<GateVerdict> verdicts) {
        return new Attempt(
                number,
                part,
                name,
                conversation,
                startedAt,
                end,
                costUsd,
                how,
                candidate,
                verdicts,
                model,
                costUnknown);
    }
}
