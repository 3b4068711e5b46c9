package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.engine.EngineGate;
import dev.lindy.cli.engine.ProgramAtWork;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.view.Words;
import dev.lindy.run.RunStatus;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.RunStart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of one run, through Temporal where that can be had. Where it cannot, or nobody does anything there, the
 * programs are ended by their records after 3 s, so that they are gone after 10 s, and the wish to cancel waits for the
 * next Worker.
 */
final class Cancellation implements AutoCloseable {

    private static final Duration WORD = Duration.ofSeconds(5);
    /** Time until the programs are ended by their records: those that ignore TERM take 5 s more. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Words until the command gives up on an engine that does not come up. */
    private static final int MAX_ENGINE_WORDS = 6;
    /** Words until the command no longer waits for the run's end. */
    private static final int MAX_WORDS = 24;

    private final CommandContext context;
    private final Console console;
    private final EngineGate gate;
    private final RunStart run;
    private final CancelRequests requests;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "lindy-cancel");
        thread.setDaemon(true);
        return thread;
    });
    private final long begun = System.nanoTime();
    private int words;
    private boolean ended;

    Cancellation(CommandContext context, RunStart run, CancelRequests requests) {
        this.context = context;
        this.console = context.console();
        this.gate = context.gate();
        this.run = run;
        this.requests = requests;
    }

    /** Answers the exit code. */
    int run() throws InterruptedException {
        Future<Connection> connecting = threads.submit(() -> context.connect(run));
        while (words < MAX_ENGINE_WORDS) {
            try {
                return through(connecting.get(nextWait().toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                waited("waiting for the engine");
            } catch (ExecutionException e) {
                return withoutEngine(problem(e));
            }
        }
        return withoutEngine(UserProblem.of(
                ExitCode.UNREACHABLE,
                "no engine in " + Words.of(WORD.multipliedBy(MAX_ENGINE_WORDS)),
                "look at it with `lindy doctor`"));
    }

    private int through(Connection connection) throws InterruptedException {
        try (connection) {
            if (!connection.goals().isOpen(run.workflowId())) {
                return over();
            }
            console.info("canceling run `%s`".formatted(run.run()));
            connection.goals().cancel(run.workflowId());
            return await(connection.goals().end(run.workflowId()));
        } catch (UserProblem problem) {
            return withoutEngine(problem);
        }
    }

    private int over() {
        boolean asked = requests.has(run.run().value());
        requests.withdraw(run.run());
        endPrograms();
        RunStatus status =
                context.runs().reader(run.run()).read().snapshot().header().status();
        // a Worker may have carried the wish out before this command came to it
        String how = asked && status == RunStatus.CANCELED ? "canceled" : "over already";
        console.result("run `%s` is %s".formatted(run.run(), how));
        return ExitCode.OK;
    }

    private int await(CompletableFuture<RunEnd> end) throws InterruptedException {
        while (words < MAX_WORDS) {
            try {
                RunEnd how = end.get(nextWait().toMillis(), TimeUnit.MILLISECONDS);
                requests.withdraw(run.run());
                String verb =
                        how.status() == RunStatus.COMPLETED ? "completed before it could be canceled" : "canceled";
                console.result("run `%s` is %s".formatted(run.run(), verb));
                return ExitCode.OK;
            } catch (TimeoutException e) {
                waited("waiting for agents to end");
            } catch (ExecutionException e) {
                break;
            }
        }
        endPrograms();
        console.result("run `%s` will be canceled as soon as a Worker gets to it".formatted(run.run()));
        return ExitCode.STILL_RUNNING;
    }

    /** Until the next word, or until patience ends. */
    private Duration nextWait() {
        if (ended) {
            return WORD;
        }
        Duration left = PATIENCE.minusNanos(System.nanoTime() - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void waited(String what) {
        words++;
        console.info(what);
        endPrograms();
    }

    private int withoutEngine(UserProblem problem) {
        endPrograms();
        if (!requests.has(run.run().value())) {
            throw problem;
        }
        console.warning(String.valueOf(problem.getMessage()));
        console.result("run `%s` is canceled by the next Worker; none could be had now".formatted(run.run()));
        console.result("");
        console.hint(Verbosity.QUIET, hint());
        return ExitCode.STILL_RUNNING;
    }

    /** A Worker of ours is no help where the server is another's and gone. */
    private String hint() {
        return switch (run.engineKind()) {
            case "managed" -> "start one with `lindy up`";
            case "compose" ->
                "start the engine with `docker compose up -d`, then `lindy cancel %s` again".formatted(run.run());
            default -> "start the server at `%s`, then `lindy cancel %s` again".formatted(run.address(), run.run());
        };
    }

    private void endPrograms() {
        if (ended) {
            return;
        }
        ended = true;
        List<ProgramAtWork> lived = gate.cancelPrograms(run);
        lived.forEach(program -> console.result("%s was ended: pid %d".formatted(program.words(), program.pid())));
    }

    private static UserProblem problem(ExecutionException failure) {
        if (failure.getCause() instanceof UserProblem problem) {
            return problem;
        }
        throw new IllegalStateException("could not cancel", failure.getCause());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
