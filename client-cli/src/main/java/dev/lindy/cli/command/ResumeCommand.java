package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.client.Steering;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunStatus;
import dev.lindy.state.CallerEnvironment;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunPicture;
import dev.lindy.state.RunStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Continues a run that is paused or that ended without reaching its goal, and watches it. */
@Command(name = "resume", description = "Continue a paused, failed or canceled run")
final class ResumeCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Id of the run or its beginning; default: newest")
    private @Nullable String run;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Project config that tells which project is meant")
    private @Nullable Path config;

    @Option(names = "--detach", description = "Return once the run goes on, with exit code 8")
    private boolean detach;

    @Mixin
    private WatchOptions options = new WatchOptions();

    ResumeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        bringBack();
        Optional<ImportedSession> imported = ImportedSession.find(context, run, config);
        if (imported.isPresent()) {
            return imported.get().goOn(new GoalRun(context, options, detach));
        }
        RunPicture picture = RunChoice.of(context, run);
        RunStart start = picture.start();
        RunHeader header = picture.snapshot().header();
        if (header.status() == RunStatus.COMPLETED) {
            context.console().result("run `%s` is completed; there is nothing to resume".formatted(start.run()));
            return ExitCode.OK;
        }
        // a wish to cancel that nobody has carried out yet is taken back
        new CancelRequests(context.state(), start.engineId()).withdraw(start.run());
        try (Connection connection = context.connect(start)) {
            long since = goOn(picture, connection);
            if (detach) {
                return ExitCode.STILL_RUNNING;
            }
            return new Watching(context, options).follow(start, connection, since);
        }
    }

    /** The state directory may be lost; what is in git is not. */
    private void bringBack() {
        if (run == null ? context.runs().ids("").isEmpty() : !RunChoice.exists(context, run)) {
            LostRun.inProject(context).ifPresent(lost -> {
                if (run == null) {
                    lost.refuseToGuess();
                } else {
                    lost.bringBack(RunChoice.prefix(run), config);
                }
            });
        }
    }

    private long goOn(RunPicture picture, Connection connection) {
        RunStart start = picture.start();
        RunHeader header = picture.snapshot().header();
        if (!connection.call(goals -> goals.isOpen(start.workflowId()), context.console()::info)) {
            refreshEnvironment(picture);
            startAgain(picture, connection);
            context.console().info("continued run `%s` from its journal".formatted(start.run()));
            return header.sequence();
        }
        refreshEnvironment(picture);
        if (resumes(connection, start)) {
            context.console().info("resumed run `%s`".formatted(start.run()));
            return header.sequence();
        }
        context.console().info("run `%s` goes on already".formatted(start.run()));
        return -1;
    }

    private void startAgain(RunPicture picture, Connection connection) {
        String goal = new Redactor(context.caller().environment())
                .redact(picture.start().goal());
        connection.call(
                goals -> {
                    goals.start(
                            RequestFile.resuming(
                                    picture.folder(), connection.engine().hostQueue()),
                            goal);
                    return true;
                },
                context.console()::info);
    }

    /** Resumes where the run is paused: the run itself knows, its picture may be old. */
    private boolean resumes(Connection connection, RunStart start) {
        String request = UUID.randomUUID().toString();
        try {
            return connection.call(
                    goals -> {
                        goals.steer(start.workflowId(), new Steering.Resume(), request);
                        return true;
                    },
                    context.console()::info);
        } catch (UserProblem refusal) {
            if (refusal.exitCode() == ExitCode.USAGE) {
                return false;
            }
            throw refusal;
        }
    }

    // a person who mended a login or a PATH did it in this shell
    private void refreshEnvironment(RunPicture picture) {
        Path root = Path.of(picture.start().projectRoot());
        Project project = context.projects()
                .load(root, config == null ? null : context.caller().directory().resolve(config));
        List<String> names = new ArrayList<>(project.config().agents().environment());
        names.addAll(project.config().gates().environment());
        CallerEnvironment.capture(context.caller().environment(), names)
                .write(picture.folder().environment());
    }
}
