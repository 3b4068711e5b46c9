package dev.lindy.cli.command;

import dev.lindy.cli.overview.IssueComment;
import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.project.Trackers;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.cli.view.Verbosity;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.tracker.GitHubIssues;
import dev.lindy.project.tracker.Issue;
import dev.lindy.project.tracker.TrackerException;
import dev.lindy.run.RunId;
import dev.lindy.state.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs an issue as a goal. The tracker is told only of success: whatever else happened, the issue stays as it is. */
@Command(
        name = "run-issue",
        description = "Reach the goal that an issue describes; comment on it and close it when done")
final class RunIssueCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(arity = "1", paramLabel = "ISSUE", description = "Number of the issue")
    private String id = "";

    @Option(names = "--dry-run", description = "Show what would happen and start nothing")
    private boolean dryRun;

    @Option(names = "--any-label", description = "Run an issue that lacks labels of `tracker.labels` as well")
    private boolean anyLabel;

    @Option(names = "--detach", description = "Start the run and return at once, with exit code 8")
    private boolean detach;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Mixin
    private WatchOptions options = new WatchOptions();

    RunIssueCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Project project = context.project(config.file());
        ProjectConfig.Tracker tracker = project.config().tracker();
        if (!tracker.enabled()) {
            throw UserProblem.invalid(List.of(
                    new UserProblem.Line("the tracker is off", "set `tracker.enabled: true` in orchestrator.yaml")));
        }
        GitHubIssues issues = Trackers.of(project, context.caller().environment());
        Issue issue = find(issues, tracker);
        context.console().info("issue %s: %s".formatted(issue.id(), Sanitizer.line(issue.title())));
        RunId run = RunIds.next(context.runs());
        int code = new GoalRun(context, options, detach)
                .of(
                        new NewRun(
                                run,
                                project,
                                issue.goal(),
                                null,
                                project.config().runPolicy(),
                                null,
                                null,
                                false),
                        dryRun,
                        false);
        boolean isDry = dryRun || project.config().safety().dryRun();
        return isDry || !tracker.syncOnComplete() ? code : tell(issues, issue, run, code);
    }

    private Issue find(GitHubIssues issues, ProjectConfig.Tracker tracker) {
        Issue issue;
        try {
            issue = issues.find(id);
        } catch (TrackerException e) {
            throw Trackers.problem(e);
        }
        if (!issue.isOpen()) {
            throw UserProblem.usage(
                    "issue %s is %s".formatted(issue.id(), Sanitizer.line(issue.status())),
                    "open it again with `gh issue reopen %s`".formatted(issue.id()));
        }
        List<String> missing = new ArrayList<>(tracker.labels());
        missing.removeAll(issue.labels());
        if (!missing.isEmpty() && !anyLabel) {
            throw UserProblem.usage(
                    "issue %s has no label `%s`".formatted(issue.id(), String.join("`, `", missing)),
                    "add it, or say `--any-label`");
        }
        return issue;
    }

    private int tell(GitHubIssues issues, Issue issue, RunId run, int code) {
        if (code != ExitCode.OK) {
            context.console().result("issue %s stays open, without a comment".formatted(issue.id()));
            return code;
        }
        String comment = new Redactor(context.caller().environment())
                .redact(IssueComment.of(context.runs().reader(run).read().snapshot()));
        boolean told = done(() -> issues.comment(issue, comment));
        boolean closed = done(() -> issues.close(issue));
        if (told && closed) {
            context.console().result("commented on issue %s and closed it".formatted(issue.id()));
            return ExitCode.OK;
        }
        if (told || closed) {
            context.console().result((told ? "commented on issue %s" : "closed issue %s").formatted(issue.id()));
        }
        return ExitCode.NOT_ALL_COMPLETED;
    }

    @FunctionalInterface
    private interface Call {
        void make() throws TrackerException;
    }

    /** One that fails does not keep the other from being tried. */
    private boolean done(Call call) {
        try {
            call.make();
            return true;
        } catch (TrackerException e) {
            context.console().warning(String.valueOf(e.getMessage()));
            if (e.hint() != null) {
                context.console().hint(Verbosity.DEFAULT, e.hint());
            }
            return false;
        }
    }
}
