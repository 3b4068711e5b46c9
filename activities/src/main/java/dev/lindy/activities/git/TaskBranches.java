package dev.lindy.activities.git;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Claims of task branches: {@code <prefix>/task-<n>}, when taken {@code <prefix>/task-<n>-<run>}. A claim is the branch
 * plus a ref {@code refs/lindy/tasks/<run>/<branch's last part>} that holds the start commit, made in one transaction.
 */
final class TaskBranches {

    private final Refs refs;
    private final String prefix;

    TaskBranches(Refs refs, String prefix) {
        this.refs = refs;
        this.prefix = prefix;
    }

    /** Finds the branch that the task has, or claims one at the tip. */
    Claim claim(RunId run, TaskId task, String tip) {
        String plain = task.toString();
        String withRun = plain + "-" + run;
        Optional<Claim> claimed = find(run, plain, withRun);
        if (claimed.isPresent()) {
            return claimed.get();
        }
        for (String name : List.of(plain, withRun)) {
            boolean made = refs.move(
                    List.of(new RefUpdate(branch(name), null, tip), new RefUpdate(mark(run, name), null, tip)),
                    "lindy: claim");
            if (made) {
                return new Claim(prefix + "/" + name, tip, tip, null);
            }
        }
        // another delivery of the same request may have been quicker
        return find(run, plain, withRun)
                .orElseThrow(() -> new GitProblem(
                        GitProblem.Kind.WORKSPACE,
                        "could not create a branch for " + task + ": `" + prefix + "/" + plain + "` and `" + prefix
                                + "/" + withRun + "` are taken",
                        "remove or rename one of them"));
    }

    private Optional<Claim> find(RunId run, String plain, String withRun) {
        if (refs.object(mark(run, plain)).isEmpty()
                && refs.object(mark(run, withRun)).isEmpty()) {
            return Optional.empty();
        }
        Map<String, RefState> states = refs.read(mark(run, plain), mark(run, withRun), branch(plain), branch(withRun));
        for (String name : List.of(plain, withRun)) {
            RefState mark = states.get(mark(run, name));
            RefState branch = states.get(branch(name));
            if (mark != null && branch != null) {
                return Optional.of(new Claim(prefix + "/" + name, mark.object(), branch.object(), branch.worktree()));
            }
            if (mark != null) {
                throw new GitProblem(
                        GitProblem.Kind.WORKSPACE,
                        "the branch `" + prefix + "/" + name + "` of this run is gone",
                        "bring it back with `git branch " + prefix + "/" + name + " " + mark.object()
                                + "`, or name the commit it last had");
            }
        }
        return Optional.empty();
    }

    private String branch(String name) {
        return "refs/heads/" + prefix + "/" + name;
    }

    private static String mark(RunId run, String name) {
        return "refs/lindy/tasks/" + run + "/" + name;
    }

    /**
     * A branch that belongs to a task.
     *
     * @param start commit it was claimed at
     * @param head commit it points to now
     * @param worktree folder that has it checked out, or null
     */
    record Claim(
            String branch,
            String start,
            String head,
            @Nullable Path worktree) {}
}
