package dev.lindy.cli.project;

import dev.lindy.project.repository.UncommittedWork;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.run.RunId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the repositories of projects. */
public interface Repositories {

    /**
     * Refuses, with exit code 3, a project whose repository no run can start in.
     *
     * @param environment of the caller, to find git with
     * @param base commit-ish, or null for HEAD
     */
    void check(Project project, Map<String, String> environment, @Nullable String base);

    /** Paths of the checkout that differ from its commit; changes nothing. */
    List<String> uncommitted(Project project, Map<String, String> environment);

    /** STATUS.md of the modules as the goal branch of a run has them, by path; without those that it does not have. */
    Map<String, ModuleStatus> goalStatus(Project project, Map<String, String> environment, RunId run);

    /** Keeps what is not committed as a commit for a run to start from; refuses with exit code 3. */
    UncommittedWork.Kept keepUncommitted(Project project, Map<String, String> environment, RunId run);
}
