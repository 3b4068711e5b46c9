package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.overview.MailboxView;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Mailboxes;
import dev.lindy.cli.project.ModuleHealth;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.RunningGoal;
import dev.lindy.cli.view.Console;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Style;
import dev.lindy.cli.view.TextTable;
import dev.lindy.cli.view.TextTable.Cell;
import dev.lindy.cli.view.Words;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.RunListing;
import dev.lindy.state.RunPicture;
import java.util.List;
import java.util.Optional;

/** Where a project stands: modules, runs, log, mailbox. Reads files only; the engine may be down. */
final class StatusReport {

    private static final int MAX_RUNS = 5;

    private final CommandContext context;
    private final Console console;
    private final Project project;
    private final int last;

    /** What is wanted. */
    enum Part {
        ALL,
        LOGS,
        STATUS;

        boolean hasStatus() {
            return this != LOGS;
        }

        boolean hasLogs() {
            return this != STATUS;
        }
    }

    StatusReport(CommandContext context, Project project, int last) {
        this.context = context;
        this.console = context.console();
        this.project = project;
        this.last = Math.max(0, last);
    }

    int print(boolean json, Part part) {
        if (json) {
            console.data(json(part));
            return ExitCode.OK;
        }
        if (part.hasStatus()) {
            modules(ModuleHealth.of(project));
            runs();
            mailbox();
        }
        if (part.hasLogs()) {
            logs();
        }
        return ExitCode.OK;
    }

    private void logs() {
        Optional<List<String>> known = log();
        if (known.filter(List::isEmpty).isPresent() && last > 0) {
            console.info("the action log is empty");
        }
        known.stream()
                .flatMap(List::stream)
                .forEach(line ->
                        console.data(ActionLog.text(line, console.theme().ellipsis())));
    }

    private ObjectNode json(Part part) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (part.hasStatus()) {
            ArrayNode modules = json.putArray("modules");
            ModuleHealth.of(project).forEach(module -> module.write(modules.addObject()));
            ArrayNode runs = json.putArray("runs");
            List<RunPicture> pictures = runsOfProject();
            pictures.forEach(run -> runs.add(RunJson.listed(run)));
            ArrayNode goals = json.putArray("goals");
            pictures.stream()
                    .flatMap(run -> goal(run).stream())
                    .limit(MAX_RUNS)
                    .forEach(goal -> goal.write(goals.addObject()));
        }
        if (part.hasLogs()) {
            ArrayNode logs = json.putArray("logs");
            log().stream().flatMap(List::stream).forEach(logs::add);
        }
        if (part.hasStatus()) {
            MailboxView.write(Mailboxes.waiting(project), json.putObject("mailbox"));
        }
        return json;
    }

    private Optional<RunningGoal> goal(RunPicture run) {
        return RunningGoal.of(
                project,
                run.snapshot(),
                context.repositories(),
                context.caller().environment());
    }

    private void modules(List<ModuleHealth> modules) {
        TextTable table = new TextTable("MODULE", "HEALTH", "UPDATED", "ACTIVE", "OPEN", "BLOCKERS");
        for (ModuleHealth module : modules) {
            if (module.unreadable() != null) {
                console.warning("STATUS.md of module `%s`: %s".formatted(module.name(), module.unreadable()));
            }
            table.row(
                    new Cell(Style.LITERAL, Sanitizer.line(module.name())),
                    Cell.of(Sanitizer.line(module.health())),
                    Cell.of(Sanitizer.line(module.lastUpdated())),
                    Cell.of(Integer.toString(module.active())),
                    Cell.of(Integer.toString(module.openRequests())),
                    Cell.of(Integer.toString(module.blockerCount())));
        }
        if (!table.isEmpty()) {
            table.lines(console.dataColors()).forEach(console::data);
        }
    }

    private List<RunPicture> runsOfProject() {
        RunListing listing = context.runs().list();
        listing.problems().forEach(console::warning);
        return listing.runs().stream()
                .filter(run -> run.start().projectRoot().equals(project.root().toString()) && !run.isPlanOnly())
                .toList();
    }

    private void runs() {
        List<RunPicture> runs = runsOfProject();
        if (runs.isEmpty()) {
            console.info("no runs yet");
        }
        for (RunPicture picture : runs.stream().limit(MAX_RUNS).toList()) {
            RunSnapshot run = picture.snapshot();
            Style style = StatusStyle.of(run.header().status());
            console.data("run %s %s: %d of %d tasks passed%s"
                    .formatted(
                            console.dataColors()
                                    .paint(Style.LITERAL, run.header().run().value()),
                            console.dataColors()
                                    .paint(style, run.header().status().word()),
                            run.count(TaskStatus.COMPLETED),
                            run.tasks().size(),
                            Freshness.of(context, picture)
                                    .words(context.caller().clock().instant())));
            goal(picture).ifPresent(this::goal);
        }
    }

    private void goal(RunningGoal goal) {
        console.data("in `%s`:".formatted(Sanitizer.line(goal.branch())));
        modules(goal.modules());
        for (TaskRow task : goal.working()) {
            console.data("%s %s %s: %s"
                    .formatted(
                            task.id(),
                            Sanitizer.line(task.module()),
                            task.state().status().word(),
                            Sanitizer.line(task.description())));
        }
    }

    private void mailbox() {
        Mailboxes.waiting(project).forEach((module, count) -> {
            if (count.isEmpty()) {
                console.warning("the mailbox of module `%s` cannot be read (`lindy mailbox %s` says why)"
                        .formatted(Sanitizer.line(module), Sanitizer.line(module)));
            } else if (count.getAsInt() > 0) {
                console.data(
                        "mailbox %s: %s".formatted(Sanitizer.line(module), Words.count(count.getAsInt(), "message")));
            }
        });
    }

    /** Empty where it cannot be read. */
    private Optional<List<String>> log() {
        try {
            return Optional.of(ActionLog.of(project).last(last));
        } catch (UserProblem unreadable) {
            console.warning(String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }
}
