package dev.lindy.cli.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where the project stands, from files alone. */
@Command(name = "status", description = "Show modules, runs and the end of the action log")
final class StatusCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "Print the last N entries of the log; default: ${DEFAULT-VALUE}")
    private int last = 10;

    @ArgGroup
    private Only only = new Only();

    @Mixin
    private final ConfigOption config = new ConfigOption();

    StatusCommand(CommandContext context) {
        this.context = context;
    }

    static final class Only {

        @Option(names = "--logs-only", description = "Print the log only")
        private boolean logs;

        @Option(names = "--status-only", description = "Leave the log out")
        private boolean status;

        StatusReport.Part part() {
            if (logs) {
                return StatusReport.Part.LOGS;
            }
            return status ? StatusReport.Part.STATUS : StatusReport.Part.ALL;
        }
    }

    @Override
    public Integer call() {
        return new StatusReport(context, context.project(config.file()), last).print(json, only.part());
    }
}
