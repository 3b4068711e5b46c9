package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.cli.view.Words;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.RunListing;
import dev.lindy.state.RunPicture;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs of this host from disk. */
@Command(name = "list", description = "List all runs, newest first")
final class ListCommand implements Callable<Integer> {

    private static final int MAX_GOAL = 60;

    private final CommandContext context;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    ListCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Console console = context.console();
        RunListing listing = context.runs().list();
        listing.problems().forEach(console::warning);
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            listing.runs().forEach(run -> array.add(RunJson.listed(run.snapshot())));
            console.data(array);
        } else if (listing.runs().isEmpty()) {
            console.info("no runs yet");
        } else {
            table(listing, console).lines(console.dataColors()).forEach(console::data);
        }
        return ExitCode.OK;
    }

    private static TextTable table(RunListing listing, Console console) {
        TextTable table = new TextTable("RUN", "STATUS", "TASKS", "COST", "STARTED", "GOAL");
        for (RunPicture picture : listing.runs()) {
            RunSnapshot run = picture.snapshot();
            table.row(
                    new Cell(Style.LITERAL, run.header().run().value()),
                    new Cell(
                            StatusStyle.of(run.header().status()),
                            run.header().status().word()),
                    Cell.of(run.count(TaskStatus.COMPLETED) + "/" + run.tasks().size()),
                    Cell.of(Words.dollars(run.costUsd())),
                    Cell.of(run.header()
                            .startedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()),
                    Cell.of(Sanitizer.cut(
                            run.header().goal(), MAX_GOAL, console.theme().ellipsis())));
        }
        return table;
    }
}
