package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.cli.problem.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the version. */
@Command(name = "version", description = "Print the version")
final class VersionCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    VersionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String version = Version.read();
        if (json) {
            context.console().data(JsonNodeFactory.instance.objectNode().put("version", version));
        } else {
            context.console().data("lindy v" + version);
        }
        return ExitCode.OK;
    }
}
