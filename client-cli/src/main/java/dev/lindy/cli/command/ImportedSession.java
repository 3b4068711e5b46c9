package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.Project;
import dev.lindy.cli.view.Sanitizer;
import dev.lindy.plan.Task;
import dev.lindy.project.file.ProjectFiles;
import dev.lindy.project.session.PastSession;
import dev.lindy.project.session.PastSessions;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session that lindy-orchestrator left in the project, of 0.6.0 or 0.15. It goes on as a new run: tasks that were
 * completed stay so, all others are done from the start, on what is committed now. The session's file stays as it is.
 */
final class ImportedSession {

    private final CommandContext context;
    private final Project project;
    private final PastSession session;

    private ImportedSession(CommandContext context, Project project, PastSession session) {
        this.context = context;
        this.project = project;
        this.session = session;
    }

    /**
     * The session that a person means, where it is none of our runs.
     *
     * @param id of the session; or null for the newest one, in a project that has no runs of ours
     */
    static Optional<ImportedSession> find(CommandContext context, @Nullable String id, @Nullable Path config) {
        Optional<Path> root = context.projects().findRoot(context.caller().directory());
        if ((config == null && root.isEmpty()) || isOurs(context, id, root)) {
            return Optional.empty();
        }
        Project project = context.project(config);
        PastSessions sessions = new PastSessions(
                new ProjectFiles(project.root()), project.config().logging().sessionDir());
        Optional<PastSession> found = id == null ? newest(sessions, context) : named(sessions, id);
        return found.map(session -> new ImportedSession(context, project, session));
    }

    private static Optional<PastSession> named(PastSessions sessions, String id) {
        PastSessions.Listing listing = sessions.list();
        Optional<PastSession> found = listing.sessions().stream()
                .filter(session -> session.id().equals(id))
                .findFirst();
        if (found.isEmpty() && !id.isEmpty()) {
            listing.problem(id).ifPresent(problem -> {
                throw UserProblem.usage(problem, null);
            });
        }
        return found;
    }

    private static boolean isOurs(CommandContext context, @Nullable String id, Optional<Path> root) {
        if (id != null) {
            return RunChoice.exists(context, id);
        }
        String here = root.map(Path::toString).orElse("");
        return context.runs().list().runs().stream()
                .anyMatch(run -> !run.isPlanOnly() && run.start().projectRoot().equals(here));
    }

    private static Optional<PastSession> newest(PastSessions sessions, CommandContext context) {
        PastSessions.Listing listing = sessions.list();
        listing.problems().forEach((path, problem) -> context.console().warning("`" + path + "`: " + problem));
        return listing.sessions().stream()
                .filter(session -> session.startedAt() != null)
                .max(Comparator.comparing(PastSession::startedAt));
    }

    /** Does what the session has left, and answers with the exit code of the command. */
    int goOn(GoalRun goal) {
        if (session.status().equals("completed")) {
            context.console().result("session `%s` is completed; there is nothing to resume".formatted(name()));
            return ExitCode.OK;
        }
        PlanFile plan = session.tasks().isEmpty() ? null : plan();
        if (plan == null && session.goal().isBlank()) {
            throw UserProblem.usage("session `%s` has neither plan nor goal".formatted(name()), null);
        }
        List<Task> tasks = plan == null ? List.of() : plan.plan().tasks();
        long completed = tasks.stream().filter(Task::completed).count();
        if (plan != null && completed == tasks.size()) {
            context.console()
                    .result("all tasks of session `%s` are completed; there is nothing to resume".formatted(name()));
            return ExitCode.OK;
        }
        NewRun run = new NewRun(
                RunIds.next(context.runs()),
                project,
                plan == null ? session.goal() : plan.plan().goal(),
                plan,
                project.config().runPolicy(),
                null,
                null,
                false);
        tell(completed, tasks.size());
        return goal.of(run, false, false);
    }

    private PlanFile plan() {
        PlanFile plan = context.projects().readPlan(session, project);
        plan.warnings().forEach(context.console()::warning);
        return plan;
    }

    private void tell(long completed, int all) {
        if (all == 0) {
            context.console().info("session `%s` has no plan; its goal is planned in a new run".formatted(name()));
            return;
        }
        context.console()
                .info("session `%s` of lindy-orchestrator: %d of %d tasks completed; a new run does the rest"
                        .formatted(name(), completed, all));
        if (completed > 0) {
            context.console()
                    .warning(
                            "what the completed tasks made must be in HEAD; where it is on branches `%s/task-<n>`, merge"
                                            .formatted(
                                                    project.config().project().branchPrefix())
                                    + " them first");
        }
    }

    private String name() {
        return Sanitizer.line(session.id());
    }
}
