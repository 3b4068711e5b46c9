package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the end of the action log, of whichever version, and what comes. */
@Command(name = "logs", description = "Print the end of the action log")
final class LogsCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = {"-n", "--last"},
            paramLabel = "N",
            description = "Print the last N entries; default: ${DEFAULT-VALUE}")
    private int last = 20;

    @Mixin
    private LogFilter filter = new LogFilter();

    @Option(
            names = {"-f", "--follow"},
            description = "Print entries as they come, until Ctrl-C")
    private boolean follow;

    @Option(names = "--json", description = "Print JSON; with --follow the entries themselves, one a line")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    LogsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        if (last < 0) {
            throw UserProblem.usage("`--last` must not be negative: %d".formatted(last), null);
        }
        ActionLog log = ActionLog.of(context.project(config.file()));
        LogFollower follower = new LogFollower(log.file());
        List<String> lines = log.last(last, filter);
        if (json && !follow) {
            context.console().data(object(lines));
            return ExitCode.OK;
        }
        if (lines.isEmpty() && last > 0 && !follow) {
            context.console().info(filter.isOpen() ? "the action log is empty" : "no such entries");
        }
        lines.forEach(this::print);
        if (follow) {
            follower.follow(context.interrupts(), line -> {
                if (ActionLog.matches(line, filter)) {
                    print(line);
                }
            });
        }
        return ExitCode.OK;
    }

    private static ObjectNode object(List<String> lines) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        ArrayNode logs = object.putArray("logs");
        lines.forEach(logs::add);
        return object;
    }

    private void print(String line) {
        Console console = context.console();
        console.data(
                json
                        ? Sanitizer.line(line)
                        : ActionLog.text(line, console.theme().ellipsis()));
    }
}
