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
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the runs of this host from disk. */
@Command(name = "list", description = "List all runs, newest first")
final class ListCommand implements Callable<Integer> {

    private static final int MAX_GOAL = 60;
    private static final int MAX_PROJECT = 24;

    private final CommandContext context;

    @Option(names = "--all", description = "List also what `lindy plan` left: runs that were only planned")
    private boolean all;

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
        List<RunPicture> runs =
                listing.runs().stream().filter(run -> all || !run.isPlanOnly()).toList();
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            runs.forEach(run -> array.add(RunJson.listed(run)));
            console.data(array);
        } else if (runs.isEmpty()) {
            console.info("no runs yet");
        } else {
            table(runs, console).lines(console.dataColors()).forEach(console::data);
        }
        return ExitCode.OK;
    }

    private static TextTable table(List<RunPicture> runs, Console console) {
        TextTable table = new TextTable("RUN", "STATUS", "TASKS", "COST", "STARTED", "PROJECT", "GOAL");
        for (RunPicture picture : runs) {
            RunSnapshot run = picture.snapshot();
            table.row(
                    new Cell(Style.LITERAL, run.header().run().value()),
                    new Cell(
                            StatusStyle.of(run.header().status()),
                            picture.isPlanOnly()
                                    ? "plan only"
                                    : run.header().status().word()),
                    Cell.of(run.count(TaskStatus.COMPLETED) + "/" + run.tasks().size()),
                    Cell.of(Words.dollars(run.costUsd(), run.hasUnknownCost())),
                    Cell.of(run.header()
                            .startedAt()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString()),
                    Cell.of(Sanitizer.cut(
                            project(picture), MAX_PROJECT, console.theme().ellipsis())),
                    Cell.of(Sanitizer.cut(
                            run.header().goal(), MAX_GOAL, console.theme().ellipsis())));
        }
        return table;
    }

    private static String project(RunPicture picture) {
        Path folder = Path.of(picture.start().projectRoot()).getFileName();
        return folder == null ? picture.start().projectRoot() : folder.toString();
    }
}
