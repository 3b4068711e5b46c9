package dev.lindy.activities.attempt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.run.ProgramKeys;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.Dispatch;
import dev.lindy.failure.FailureType;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.state.Redactor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lifecycle hooks of the project config: shell lines in the worktree; a failure only warns. */
public final class Hooks {

    /** Time between TERM and KILL for a hook that takes too long. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Programs programs;

    public Hooks(Programs programs) {
        this.programs = programs;
    }

    /** Runs a hook to its end, or finds the one that an earlier delivery ran; says what went wrong. */
    Optional<String> run(RunContext run, Dispatch request, Workspace workspace, String name, String line) {
        Path evidence = run.folder().attempt(request.task(), request.attempt());
        return run(run, ProgramKeys.hook(request, name), evidence, workspace, name, line);
    }

    /** Runs the hook that comes before a task's worktree is removed. */
    public Optional<String> beforeRemove(RunContext run, Workspace workspace) {
        String name = "before_remove";
        return run(
                run,
                ProgramKeys.hook(workspace, name),
                run.folder().task(workspace.task()),
                workspace,
                name,
                run.config().lifecycleHooks().beforeRemove());
    }

    private Optional<String> run(
            RunContext run, ProgramKey key, Path evidence, Workspace workspace, String name, String line) {
        if (line.isBlank()) {
            return Optional.empty();
        }
        Path live = run.folder().live(key.value());
        ProgramEnd end = end(new ProgramSpec(
                key,
                "hook",
                List.of("sh", "-c", line),
                workspace.project(),
                run.gateEnvironment(),
                null,
                live.resolve("stdout"),
                live.resolve("stderr"),
                run.config().lifecycleHooks().timeout(),
                GRACE,
                null,
                null,
                Map.of("run", run.ref().run().value(), "task", workspace.task().toString(), "hook", name),
                JsonNodeFactory.instance.objectNode()));
        Redactor redactor = run.redactor();
        redactor.keep(live.resolve("stdout"), evidence.resolve("hook-" + name + ".txt"));
        redactor.keep(live.resolve("stderr"), evidence.resolve("hook-" + name + ".stderr.txt"));
        Integer code = end.exitCode();
        if (end.reason() == ProgramEnd.Reason.EXITED && code != null && code == 0) {
            return Optional.empty();
        }
        String why = end.reason() == ProgramEnd.Reason.EXITED ? "exit code " + code : words(end);
        return Optional.of("lifecycle hook `" + name + "` failed: " + why);
    }

    private ProgramEnd end(ProgramSpec hook) {
        try {
            return programs.runToEnd(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LindyException(
                    FailureType.INFRASTRUCTURE, "the Worker was stopped while a lifecycle hook ran", "", e);
        }
    }

    private static String words(ProgramEnd end) {
        return end.message().isBlank() ? end.reason().name().toLowerCase(java.util.Locale.ROOT) : end.message();
    }
}
