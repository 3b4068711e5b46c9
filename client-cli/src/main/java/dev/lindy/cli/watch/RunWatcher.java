package dev.lindy.cli.watch;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunReader;
import dev.lindy.state.UnreadableRunException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows one run: shows what the Worker writes down, waits for the Workflow's result, and brings a dead
 * engine back. Changes nothing in the run. Used once, by one thread; only {@link #detach} is for others.
 */
public final class RunWatcher {

    /** Between two looks at the run. */
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Between two looks at the engine. */
    private static final Duration PROBE = Duration.ofSeconds(2);
    /** How long a run that is over on disk waits for Temporal to say so. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final int MAX_RESTARTS = 5;
    /** How long a server that is not ours to start may be away: a container engine takes up to a minute to restart one. */
    private static final Duration AWAY = Duration.ofMinutes(2);

    private final String workflowId;
    private final RunReader reader;
    private final Connection connection;
    private final RunView view;
    private final Clock clock;
    private final long since;
    private final Predicate<RunHeader> goal;
    private final Settling settling = new Settling();
    private final CountDownLatch detached = new CountDownLatch(1);

    private CompletableFuture<RunEnd> end;
    private @Nullable RunSnapshot shown;
    private Instant nextProbe;
    private @Nullable Instant overSince;
    private @Nullable Instant awaySince;
    private int failures;

    /**
     * A watcher of a run that is going on.
     *
     * @param since sequence of the run's header before it was started or continued: what was true then, an end
     *     or a need for attention, is old; -1 for none
     * @param goal what ends the watching besides the end of the run
     */
    public RunWatcher(
            String workflowId,
            RunReader reader,
            Connection connection,
            RunView view,
            Clock clock,
            long since,
            Predicate<RunHeader> goal) {
        this.workflowId = workflowId;
        this.reader = reader;
        this.connection = connection;
        this.view = view;
        this.clock = clock;
        this.since = since;
        this.goal = goal;
        this.end = connection.goals().end(workflowId);
        this.nextProbe = clock.instant().plus(PROBE);
    }

    /** Lets {@link #watch} return; the run goes on. */
    public void detach() {
        detached.countDown();
    }

    /** Shows the run until it is over, needs a person, or the person goes away. */
    public WatchEnd watch() {
        while (true) {
            WatchEnd stop = look();
            if (stop != null) {
                return stop;
            }
            keepEngine();
            if (isDetached()) {
                return new WatchEnd.Detached(show(true));
            }
        }
    }

    private @Nullable WatchEnd look() {
        boolean over = end.isDone() && !end.isCompletedExceptionally();
        RunSnapshot now = show(over);
        if (over) {
            return new WatchEnd.Finished(now, end.join());
        }
        RunHeader header = now.header();
        if (header.sequence() <= since) {
            return null;
        }
        if (goal.test(header)) {
            return new WatchEnd.Reached(now);
        }
        if (header.status() == RunStatus.PAUSED && header.attention() != null) {
            return new WatchEnd.NeedsAttention(now, header.attention());
        }
        return header.status().isTerminal() ? overOnDisk(now) : null;
    }

    // the result comes within moments; where the engine is gone for good the disk has the last word
    private @Nullable WatchEnd overOnDisk(RunSnapshot now) {
        if (overSince == null) {
            overSince = clock.instant();
        }
        boolean waited = clock.instant().isAfter(overSince.plus(PATIENCE));
        return waited ? new WatchEnd.Finished(now, RunEnd.without(now.header().status(), null)) : null;
    }

    private RunSnapshot show(boolean last) {
        RunSnapshot now = last ? read() : settling.of(shown, read());
        if (!last && now.header().sequence() <= since) {
            return now;
        }
        List<RunChange> changes = shown == null ? RunChanges.first(now) : RunChanges.between(shown, now);
        // what the watching ends with is for the caller to tell
        view.show(
                now,
                changes.stream()
                        .filter(change -> !(change instanceof RunChange.Status status && goal.test(status.header())))
                        .toList());
        shown = now;
        return now;
    }

    private RunSnapshot read() {
        try {
            RunPicture picture = reader.read();
            return picture.snapshot();
        } catch (UnreadableRunException e) {
            if (shown == null) {
                throw UserProblem.of(ExitCode.INTERNAL, String.valueOf(e.getMessage()), null, e);
            }
            return shown;
        }
    }

    private void keepEngine() {
        boolean lost = end.isCompletedExceptionally();
        Instant now = clock.instant();
        boolean isFirst = lost && failures == 0;
        if (!isFirst && now.isBefore(nextProbe)) {
            return;
        }
        nextProbe = now.plus(PROBE);
        if (overSince != null || (!lost && connection.isAlive())) {
            failures = 0;
            awaySince = null;
            return;
        }
        if (lost && connection.isAlive()) {
            refollow();
            return;
        }
        restart();
    }

    /** A container's port listens before the server in it answers, so this takes the time that a restart may take. */
    private void refollow() {
        if (isHopeless()) {
            throw lost(end);
        }
        if (awaySince == null) {
            awaySince = clock.instant();
        }
        end = connection.goals().end(workflowId);
    }

    private void restart() {
        if (awaySince == null) {
            view.notice("engine is down; restarting it");
        }
        try {
            connection.restore(view::notice);
        } catch (UserProblem problem) {
            if (problem.exitCode() == ExitCode.STILL_RUNNING || isHopeless()) {
                throw problem;
            }
            if (awaySince == null) {
                view.notice(problem.getMessage() + "; trying again");
                awaySince = clock.instant();
            }
            return;
        }
        failures = 0;
        awaySince = null;
        end = connection.goals().end(workflowId);
        nextProbe = clock.instant().plus(PROBE);
    }

    private boolean isHopeless() {
        boolean ours = connection.engine().kind().equals("managed");
        boolean tooOften = ++failures >= MAX_RESTARTS;
        return ours ? tooOften : awaySince != null && clock.instant().isAfter(awaySince.plus(AWAY));
    }

    private static UserProblem lost(CompletableFuture<RunEnd> end) {
        String cause = "";
        try {
            end.join();
        } catch (CompletionException e) {
            cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
        }
        return UserProblem.of(
                ExitCode.UNREACHABLE,
                "could not follow the run through Temporal" + cause,
                "the run goes on where it can; look at it with `lindy list`");
    }

    private boolean isDetached() {
        try {
            return detached.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
