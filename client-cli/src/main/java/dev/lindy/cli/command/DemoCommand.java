package dev.lindy.cli.command;

import dev.lindy.cli.view.Caller;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.project.demo.DemoProject;
import dev.lindy.run.RunHeader;
import dev.lindy.state.RunFiles;
import dev.lindy.state.RunPicture;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows Lindy at work on a project that is thrown away, with agents that cost nothing. */
@Command(name = "demo", description = "Watch a run on a throw-away project, with scripted agents")
final class DemoCommand implements Callable<Integer> {

    private final CommandContext context;

    @Mixin
    private WatchOptions options = new WatchOptions();

    @Option(names = "--folder", paramLabel = "DIR", description = "Make the project there; default: a temporary folder")
    private @Nullable Path folder;

    @Option(names = "--stop", description = "Stop the engine that an earlier demo left for you to look at")
    private boolean stop;

    DemoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        if (stop) {
            return context.runInside(inside(context.caller().directory()), "down", "--force");
        }
        Path root = folder == null
                ? Files.createTempDirectory("lindy-demo-").resolve("shop")
                : context.caller().directory().resolve(folder);
        Console console = context.console();
        console.info("making a project to be thrown away in " + Sanitizer.line(root.toString()));
        DemoProject project = DemoProject.create(root, context.caller().environment());
        Caller inside = inside(root);
        int exit = context.runInside(inside, arguments(project));
        new RunFiles(state(inside))
                .list().runs().stream()
                        .filter(run ->
                                run.start().projectRoot().equals(project.root().toString()))
                        .findFirst()
                        .ifPresent(run -> show(project, inside, run));
        return exit;
    }

    private String[] arguments(DemoProject project) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--plan",
                project.plan().toString(),
                "--config",
                project.config().toString()));
        if (options.json()) {
            arguments.add("--json");
        }
        if (options.jsonStream()) {
            arguments.add("--json-stream");
        }
        return arguments.toArray(String[]::new);
    }

    /** A world with an engine and records of its own. */
    private Caller inside(Path directory) {
        Caller caller = context.caller();
        Map<String, String> environment = new TreeMap<>(caller.environment());
        environment.put("LINDY_STATE", context.state().root().resolve("demo").toString());
        environment.put("LINDY_ENGINE", "managed");
        environment.keySet().removeIf(name -> name.startsWith("TEMPORAL_"));
        return new Caller(
                caller.in(),
                caller.out(),
                caller.err(),
                caller.charset(),
                caller.terminals(),
                environment,
                caller.clock(),
                directory);
    }

    private static StateDirectory state(Caller inside) {
        return StateDirectory.from(inside.environment());
    }

    private void show(DemoProject project, Caller inside, RunPicture run) {
        if (options.machine()) {
            return;
        }
        Console console = context.console();
        context.runInside(inside, "report", run.start().run().value());
        RunHeader header = run.snapshot().header();
        if (header.goalBranch() != null) {
            console.data("");
            console.data("$ git log --graph " + header.goalBranch());
            project.graph(header.goalBranch()).lines().map(Sanitizer::line).forEach(console::data);
        }
        if (run.start().ui() != null) {
            console.data("");
            console.data("in the Temporal Web UI: %s/workflows/%s"
                    .formatted(run.start().ui(), run.start().workflowId()));
        }
        console.data("the project: " + Sanitizer.line(project.root().toString()));
        console.hint(Verbosity.DEFAULT, "stop the demo's engine with `lindy demo --stop`");
    }
}
