package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.Trackers;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.document.NearMiss;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.tracker.GitHubIssues;
import dev.lindy.project.tracker.Issue;
import dev.lindy.project.tracker.TrackerException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists issues of the tracker. */
@Command(name = "issues", description = "List issues of the project's tracker")
final class IssuesCommand implements Callable<Integer> {

    private static final int MAX_TITLE = 80;

    private final CommandContext context;

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description = "List issues with this label; default: tracker.labels")
    private @Nullable String label;

    @Option(
            names = "--status",
            paramLabel = "WORD",
            description = "List open, closed or all issues; default: ${DEFAULT-VALUE}")
    private String status = "open";

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "List at most N issues; default: ${DEFAULT-VALUE}")
    private int limit = 20;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    IssuesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        check();
        Project project = context.project(config.file());
        ProjectConfig.Tracker tracker = project.config().tracker();
        if (!tracker.enabled()) {
            context.console().result("the tracker is off; set `tracker.enabled: true` in orchestrator.yaml");
            return ExitCode.OK;
        }
        List<String> labels = label == null ? tracker.labels() : List.of(label);
        try {
            show(Trackers.of(project, context.caller().environment()).list(labels, status, limit));
            return ExitCode.OK;
        } catch (TrackerException e) {
            throw Trackers.problem(e);
        }
    }

    private void check() {
        if (!GitHubIssues.STATES.contains(status)) {
            throw UserProblem.usage(
                    "there is no status `%s`".formatted(status), NearMiss.hint(status, GitHubIssues.STATES));
        }
        if (limit < 1) {
            throw UserProblem.usage("`--limit` must be positive: %d".formatted(limit), null);
        }
    }

    private void show(List<Issue> issues) {
        Console console = context.console();
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            issues.forEach(issue -> array.add(issue.toJson()));
            console.data(array);
        } else if (issues.isEmpty()) {
            console.info("no issues");
        } else {
            table(issues, console).lines(console.dataColors()).forEach(console::data);
        }
    }

    private static TextTable table(List<Issue> issues, Console console) {
        TextTable table = new TextTable("ISSUE", "STATUS", "LABELS", "TITLE", "URL");
        issues.forEach(issue -> table.row(
                new Cell(Style.LITERAL, Sanitizer.line(issue.id())),
                Cell.of(Sanitizer.line(issue.status())),
                Cell.of(Sanitizer.line(String.join(", ", issue.labels()))),
                Cell.of(Sanitizer.cut(issue.title(), MAX_TITLE, console.theme().ellipsis())),
                Cell.of(Sanitizer.line(issue.url()))));
        return table;
    }
}
