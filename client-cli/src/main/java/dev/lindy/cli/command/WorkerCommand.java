package dev.lindy.cli.command;

import dev.lindy.cli.engine.EngineHandle;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a Worker in this process; its own options are passed on. */
@Command(name = "worker", description = "Run a Worker in the foreground, for another host or a container")
final class WorkerCommand implements Callable<Integer> {

    // on the run-time path only, so that no command can lean on it by accident
    private static final String MAIN = "dev.lindy.worker.WorkerMain";

    private final CommandContext context;

    @Parameters(arity = "0..*", paramLabel = "OPTION", description = "Options of the Worker, after `--`")
    private List<String> more = List.of();

    WorkerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InvocationTargetException {
        EngineHandle engine = context.gate().server(context.console()::info);
        List<String> arguments = new ArrayList<>(List.of("--address", engine.address()));
        arguments.addAll(List.of("--namespace", engine.namespace(), "--engine", engine.id()));
        arguments.addAll(List.of("--state", context.state().root().toString()));
        arguments.addAll(more);
        context.console().info("working for %s engine at `%s`".formatted(engine.kind(), engine.address()));
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object)
                    arguments.toArray(String[]::new));
            return ExitCode.OK;
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw UserProblem.of(
                    ExitCode.NO_WORKER, "there is no Worker in this installation", "install Lindy again", e);
        }
    }
}
