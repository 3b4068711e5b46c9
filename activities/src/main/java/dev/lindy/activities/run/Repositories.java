package dev.lindy.activities.run;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.git.GitProblem;
import dev.lindy.activities.git.GoalBranch;
import dev.lindy.activities.git.Journal;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.git.WorkspaceFiles;
import dev.lindy.activities.git.Workspaces;
import dev.lindy.failure.FailureType;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.run.RunId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The repository of each run, opened once. */
public final class Repositories {

    private final Map<RunId, Repository> open = new ConcurrentHashMap<>();

    public Repository of(RunContext run) {
        return open.computeIfAbsent(
                run.ref().run(), id -> usable(() -> Repository.open(run.projectRoot(), run.environment())));
    }

    public GoalBranch goal(RunContext run, String base) {
        return GoalBranch.of(of(run), prefix(run), run.ref().run(), base);
    }

    /** Claims the goal branch, or finds it as it was claimed. */
    public GoalBranch claim(RunContext run, String base) {
        return usable(() -> GoalBranch.claim(of(run), prefix(run), run.ref().run(), base));
    }

    public Workspaces workspaces(RunContext run) {
        ProjectConfig.Workspace files = run.config().workspace();
        return new Workspaces(of(run), prefix(run), new WorkspaceFiles(files.copy(), files.link()));
    }

    public Journal journal(RunContext run) {
        return new Journal(of(run), run.ref().run());
    }

    public void close(RunId run) {
        open.remove(run);
    }

    /** Turns what only a person can mend in a repository into a typed failure. */
    public static <T> T usable(Supplier<T> work) {
        try {
            return work.get();
        } catch (GitProblem problem) {
            throw new LindyException(
                    FailureType.REPOSITORY_UNUSABLE, String.valueOf(problem.getMessage()), problem.hint(), problem);
        }
    }

    public static String prefix(RunContext run) {
        return run.config().project().branchPrefix();
    }
}
