package dev.lindy.cli.command;

import dev.lindy.cli.client.Connection;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.repository.RunJournals;
import dev.lindy.project.repository.RunJournals.Remembered;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunStatus;
import dev.lindy.state.Projection;
import dev.lindy.state.RunFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A run that this host has lost, for instance with the state directory, and that the repository of the project at hand
 * still has: its records are made again from the journal in git.
 */
final class LostRun {

    private final CommandContext context;
    private final Path root;
    private final RunJournals journals;

    private LostRun(CommandContext context, Path root) {
        this.context = context;
        this.root = root;
        this.journals = new RunJournals(root, context.caller().environment());
    }

    /** Looks in the repository of the project at hand; empty where there is none. */
    static Optional<LostRun> inProject(CommandContext context) {
        return context.projects().findRoot(context.caller().directory()).map(root -> new LostRun(context, root));
    }

    /**
     * Makes the records of the run again, unless the repository does not know it either.
     *
     * @param text beginning of the run's id
     * @return whether there are records now
     */
    boolean bringBack(String text, @Nullable Path config) {
        List<RunId> ids = journals.ids(text);
        if (ids.size() != 1) {
            return false;
        }
        Optional<Remembered> found = journals.find(ids.get(0));
        found.ifPresent(run -> bringBack(run, config));
        return found.isPresent();
    }

    /** Says which runs the repository remembers, where it remembers any and nobody has said which one is meant. */
    void refuseToGuess() {
        List<RunId> ids = journals.ids("");
        if (!ids.isEmpty()) {
            String all = ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
            throw UserProblem.usage(
                    "this host has no records of this project's runs; its repository remembers " + all,
                    "say which one: `lindy resume %s`".formatted(ids.get(ids.size() - 1)));
        }
    }

    private void bringBack(Remembered run, @Nullable Path file) {
        RunHeader header = run.header();
        if (header != null && header.status() == RunStatus.COMPLETED) {
            throw UserProblem.usage(
                    "run `%s` is completed; this host has lost its records".formatted(run.run()),
                    "its work is in `%s`, its report in `git show refs/lindy/runs/%s:report.md`"
                            .formatted(header.goalBranch(), run.run()));
        }
        Project project = project(run, file);
        try (Connection connection = context.connect()) {
            Instant begun = header == null ? context.caller().clock().instant() : header.startedAt();
            new NewRun(run.run(), project, run.goal(), null, project.config().runPolicy(), base(header), null, false)
                    .prepare(
                            context.state(),
                            connection.engine(),
                            context.caller().environment(),
                            begun);
        }
        RunFolder folder = context.state().run(run.run());
        if (header != null) {
            new Projection().write(folder, header);
        }
        context.console()
                .warning("this host had lost the records of run `%s`; they are made again from its journal in git"
                        .formatted(run.run()));
        context.console()
                .warning(
                        "lost with them: evidence of earlier attempts, what agents had not committed, and conversations"
                                + " that were kept there");
    }

    private static @Nullable String base(@Nullable RunHeader header) {
        BaseRef base = header == null ? null : header.base();
        return base == null ? null : base.commit();
    }

    private Project project(Remembered run, @Nullable Path file) {
        ProjectConfig config = run.config();
        if (config != null && file == null) {
            return new Project(root, config, List.of());
        }
        return context.projects()
                .load(root, file == null ? null : context.caller().directory().resolve(file));
    }
}
