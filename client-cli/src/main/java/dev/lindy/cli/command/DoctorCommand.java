package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.engine.EngineGate.Check;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.RequiredPrograms;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.Words;
import dev.lindy.engine.TrialResult;
import dev.lindy.project.check.CiObstacles;
import dev.lindy.project.config.GatesConfig;
import dev.lindy.state.CallerEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at everything a run needs and says what is missing; starts no engine. */
@Command(name = "doctor", description = "Check that everything a run needs is there")
final class DoctorCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--no-agent", description = "Do not try the agents' logins, which costs one small request each")
    private boolean noAgent;

    DoctorCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("java", true, Runtime.version().toString(), null));
        checks.add(program("git", "install git"));
        checks.add(sessions());
        checks.add(stateDirectory());
        checks.add(guarded("project", this::project));
        checks.addAll(logins());
        checks.addAll(ci());
        checks.addAll(engine());
        if (json) {
            context.console().data(json(checks));
        } else {
            checks.forEach(this::print);
        }
        return checks.stream().allMatch(Check::passed) ? ExitCode.OK : ExitCode.INVALID;
    }

    private Check program(String name, String hint) {
        return RequiredPrograms.find(name, context.caller().environment())
                .map(file -> new Check(name, true, file.toString(), null))
                .orElseGet(() -> new Check(name, false, "not in PATH", hint));
    }

    private Check sessions() {
        Check setsid = program("setsid", "install util-linux, or perl");
        return setsid.passed() ? setsid : program("perl", "install util-linux (`setsid`), or perl");
    }

    private Check stateDirectory() {
        @Nullable Path folder = context.state().root();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        boolean writable = folder != null && Files.isWritable(folder);
        return new Check(
                "state",
                writable,
                context.state().root() + (writable ? "" : " cannot be written"),
                writable ? null : "set LINDY_STATE to a folder that you may write to");
    }

    private Check project() {
        Project project = context.project(config.file());
        RequiredPrograms.check(project, context.caller().environment(), true);
        String agent = project.config().generator().provider();
        return new Check("project", true, "%s, agent %s".formatted(project.root(), agent), null);
    }

    /** Nobody is asked where the project cannot tell who its agents are. */
    private List<Check> logins() {
        List<Check> checks = new ArrayList<>();
        try {
            Project project = context.projects()
                    .load(
                            context.caller().directory(),
                            config.in(context.caller().directory()));
            for (String agent : RequiredPrograms.agents(project)) {
                checks.add(login(project, agent));
            }
        } catch (UserProblem told) {
            context.console().detail("no agent to try: " + told.getMessage());
        }
        return checks;
    }

    private Check login(Project project, String agent) {
        String name = "login of " + agent;
        if (noAgent) {
            return new Check(name, true, "not tried", null);
        }
        context.console().info("trying `%s` from a detached process, with one small request".formatted(agent));
        List<String> more = project.config().agents().environment();
        TrialResult trial = context.proof()
                .of(agent, CallerEnvironment.capture(context.caller().environment(), more));
        String cost = "this trial cost " + Words.dollars(trial.costUsd(), trial.costUnknown());
        return trial.passed()
                ? new Check(name, true, "works from a detached process; " + cost, null)
                : new Check(name, false, trial.message(), trial.hint());
    }

    /** Nothing where the project does not set it up. */
    private List<Check> ci() {
        try {
            Project project = context.projects()
                    .load(
                            context.caller().directory(),
                            config.in(context.caller().directory()));
            if (project.config().gates().ciCheck().equals(GatesConfig.CiCheck.defaults())) {
                return List.of();
            }
            return List.of(CiObstacles.first(
                            project.config(), project.root(), context.caller().environment())
                    .map(found ->
                            new Check("ci", false, "gate `ci_check` cannot be used: " + found.message(), found.hint()))
                    .orElseGet(() -> new Check("ci", true, "gate `ci_check` can be used", null)));
        } catch (UserProblem told) {
            return List.of();
        }
    }

    private List<Check> engine() {
        try {
            return context.gate().check();
        } catch (UserProblem problem) {
            return List.of(failed("engine", problem));
        }
    }

    private static Check guarded(String name, Supplier<Check> check) {
        try {
            return check.get();
        } catch (UserProblem problem) {
            return failed(name, problem);
        }
    }

    private static Check failed(String name, UserProblem problem) {
        UserProblem.Line line = problem.lines().get(0);
        return new Check(name, false, line.message(), line.hint());
    }

    private void print(Check check) {
        Console console = context.console();
        Style style = check.passed() ? Style.PASSED : Style.FAILED;
        console.data("%s %s: %s"
                .formatted(
                        console.dataColors().paint(style, console.theme().glyph(style)),
                        check.name(),
                        Sanitizer.line(check.message())));
        if (check.hint() != null) {
            console.data("  " + console.dataColors().paint(Style.HINT, "hint:") + " " + Sanitizer.line(check.hint()));
        }
    }

    private static ArrayNode json(List<Check> checks) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Check check : checks) {
            ObjectNode json = array.addObject();
            json.put("name", check.name()).put("passed", check.passed());
            json.put("message", check.message()).put("hint", check.hint());
        }
        return array;
    }
}
