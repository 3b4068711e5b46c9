package dev.lindy.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same as {@code status --logs-only}, under its old name. */
@Command(name = "logs", description = "Print the end of the action log")
final class LogsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "Print the last N entries; default: ${DEFAULT-VALUE}")
    private int last = 20;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Use this project config instead of looking for one")
    private @Nullable Path config;

    LogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        return new StatusReport(context, context.project(config), last).print(json, StatusReport.Part.LOGS);
    }
}
