package dev.lindy.activities.attempt;

import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.ReworkNote;
import dev.lindy.plan.Task;
import dev.lindy.project.config.AgentChoice;
import dev.lindy.project.config.AgentChoices;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does one start of an attempt, and with which conversation. A conversation goes on only with the agent that had
 * it; another one begins its own.
 *
 * @param failover who could take over, in order
 * @param session conversation to go on with, or null
 * @param newSession id of a fresh one
 */
record Assignment(
        AgentChoice choice,
        List<AgentChoice> failover,
        @Nullable String session,
        String newSession) {

    static Assignment of(RunContext run, Dispatch request, Task task) {
        AgentChoices choices = new AgentChoices(run.config());
        AgentChoice first = isConflict(request.rework())
                ? choices.resolver(task, request.attempt())
                : choices.worker(task, request.attempt());
        List<AgentChoice> others = choices.failover(first);
        int index = Math.min(request.fallback(), others.size());
        AgentChoice choice = index == 0 ? first : others.get(index - 1);
        boolean isIts = isBlankOr(owner(request.state().attempts()), choice.provider());
        return new Assignment(
                choice,
                others.subList(index, others.size()),
                request.resume() && isIts ? request.session() : null,
                isIts ? request.session() : another(request, choice));
    }

    private static boolean isConflict(@Nullable ReworkNote rework) {
        return rework != null && rework.outcome() instanceof Outcome.Conflict;
    }

    /** The agent that had the conversation at hand: the last one that is on record. */
    private static String owner(List<Attempt> attempts) {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (!attempts.get(i).agent().isBlank()) {
                return attempts.get(i).agent();
            }
        }
        return "";
    }

    private static boolean isBlankOr(String owner, String provider) {
        return owner.isBlank() || owner.equals(provider);
    }

    // the same for each delivery of this start
    private static String another(Dispatch request, AgentChoice choice) {
        String name = request.session() + ' ' + choice.provider() + ' ' + request.attempt() + ' ' + request.part();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    boolean resumes() {
        return session != null;
    }

    int failoverLeft() {
        return failover.size();
    }

    /** Who is next, or null. */
    @Nullable
    String next() {
        return failover.isEmpty() ? null : failover.get(0).provider();
    }

    /** What people should know where somebody else takes over. */
    Optional<String> handOver(Outcome why) {
        return handOver(why, next());
    }

    static Optional<String> handOver(@Nullable Outcome why, @Nullable String next) {
        boolean isHopeless = why instanceof Outcome.Quota
                || why instanceof Outcome.AuthMissing
                || why instanceof Outcome.AgentNotInstalled;
        return why == null || next == null || !isHopeless
                ? Optional.empty()
                : Optional.of("%s; `%s` takes over".formatted(why.message(), next));
    }
}
