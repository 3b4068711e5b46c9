package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.cli.watch.FinalSentence;
import dev.lindy.cli.watch.Interrupts;
import dev.lindy.cli.watch.RunChanges;
import dev.lindy.cli.watch.RunView;
import dev.lindy.cli.watch.RunWatcher;
import dev.lindy.cli.watch.WatchEnd;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Watches a run for a person and says how it ended; shared by all commands that end in watching. */
final class Watching {

    private final CommandContext context;
    private final WatchOptions options;
    private final Console console;

    Watching(CommandContext context, WatchOptions options) {
        this.context = context;
        this.options = options;
        this.console = context.console();
    }

    /**
     * Watches until the run is over, needs a person or the person detaches; answers the exit code.
     *
     * @param since sequence of the header before this command changed anything, or -1
     */
    int follow(RunStart run, Connection connection, long since) {
        return tell(run, watch(run, connection, since, header -> false));
    }

    /** Watches until the predicate holds as well, and says nothing about the end. */
    WatchEnd watch(RunStart run, Connection connection, long since, Predicate<RunHeader> goal) {
        RunView view = Views.of(console, options);
        RunWatcher watcher = new RunWatcher(
                run.workflowId(),
                context.runs().reader(run.run()),
                connection,
                view,
                context.caller().clock(),
                since,
                goal);
        Interrupts.Registration interrupts = context.interrupts().take(watcher::detach);
        try (view) {
            console.detail(
                    "watching through Temporal at `" + connection.engine().address() + "`");
            return watcher.watch();
        } finally {
            interrupts.close();
        }
    }

    /** Says how a run has ended that nobody watched; answers the exit code. */
    int over(RunPicture picture) {
        picture.problems().forEach(console::warning);
        RunSnapshot run = picture.snapshot();
        try (RunView view = Views.still(console, options)) {
            view.show(run, RunChanges.over(run));
        }
        return finished(picture.start(), new WatchEnd.Finished(run, RunEnd.of(run.header())));
    }

    /** Says how the watching ended and answers the exit code. */
    int tell(RunStart run, WatchEnd end) {
        if (end instanceof WatchEnd.Finished finished) {
            return finished(run, finished);
        }
        if (end instanceof WatchEnd.NeedsAttention needs) {
            return needs(run, needs);
        }
        console.result("detached; run `%s` goes on".formatted(run.run()));
        console.hint(Verbosity.QUIET, "come back with `lindy watch %s`".formatted(run.run()));
        json(end.last(), ExitCode.STILL_RUNNING);
        return ExitCode.STILL_RUNNING;
    }

    private int needs(RunStart run, WatchEnd.NeedsAttention needs) {
        console.result(console.colors().paint(Style.WARNING, "paused:") + " "
                + Sanitizer.line(needs.attention().message()));
        console.result("");
        console.hint(Verbosity.QUIET, hint(run, Sanitizer.line(needs.attention().hint())));
        json(needs.last(), ExitCode.STILL_RUNNING);
        return ExitCode.STILL_RUNNING;
    }

    private static String hint(RunStart run, String hint) {
        return hint.contains("lindy resume") ? hint : "%s; then `lindy resume %s`".formatted(hint, run.run());
    }

    private int finished(RunStart run, WatchEnd.Finished finished) {
        RunEnd end = finished.end();
        int code = code(end);
        if (end.message() != null) {
            console.result(console.colors().paint(Style.FAILED, "error:") + " "
                    + Sanitizer.block(end.message()).strip());
        }
        if (end.stop() != null) {
            stop(end.stop());
        }
        console.result(
                FinalSentence.of(finished.last(), end, context.caller().clock().instant(), report(run)));
        if (end.status() == RunStatus.CANCELED) {
            new KeptWork(context).tell(run.run());
        }
        if (code != ExitCode.OK) {
            console.result("");
            console.hint(Verbosity.QUIET, next(run, end.stop()));
        }
        json(finished.last(), code);
        return code;
    }

    private static int code(RunEnd end) {
        if (end.stop() != null && end.stop().invalid()) {
            return ExitCode.INVALID;
        }
        return end.status() == RunStatus.COMPLETED ? ExitCode.OK : ExitCode.NOT_ALL_COMPLETED;
    }

    private void stop(Stop stop) {
        String prefix = stop.invalid() ? "config error:" : "error:";
        console.result(console.colors().paint(Style.FAILED, prefix) + " " + Sanitizer.line(stop.message()));
        stop.problems()
                .forEach(problem -> console.result(
                        "  - " + Sanitizer.block(problem).stripTrailing().replace("\n", "\n    ")));
    }

    private String next(RunStart run, @Nullable Stop stop) {
        String evidence =
                stop == null || stop.evidence().isEmpty() ? "" : path(run, stop.evidence() + "/transcript.jsonl");
        return evidence.isEmpty()
                ? "look closer with `lindy show %s`".formatted(run.run())
                : "read the planner's last answer in `%s`".formatted(evidence);
    }

    private String report(RunStart run) {
        return path(run, "report.md");
    }

    // the link in the project is shorter, but it is only as good as the project's folder
    private String path(RunStart run, String name) {
        Path file = context.state().run(run.run()).root().resolve(name);
        if (!Files.exists(file)) {
            return "";
        }
        Path root = Path.of(run.projectRoot());
        Path linked = root.resolve(".orchestrator")
                .resolve("runs")
                .resolve(run.run().value())
                .resolve(name);
        if (!Files.exists(linked)) {
            return file.toString();
        }
        Path here = context.caller().directory().toAbsolutePath().normalize();
        return linked.startsWith(here) ? here.relativize(linked).toString() : linked.toString();
    }

    private void json(RunSnapshot last, int code) {
        if (options.jsonStream()) {
            ObjectNode line = JsonNodeFactory.instance.objectNode();
            line.put("run", last.header().run().value()).put("event", "end").put("exitCode", code);
            line.setAll(RunJson.listed(last));
            console.dataLine(line);
        } else if (options.json()) {
            console.data(RunJson.shown(last));
        }
    }
}
