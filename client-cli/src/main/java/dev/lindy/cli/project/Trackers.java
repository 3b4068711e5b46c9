package dev.lindy.cli.project;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.tracker.GitHubIssues;
import dev.lindy.project.tracker.TrackerException;
import java.util.List;
import java.util.Map;

/** Finds the tracker of a project. */
public final class Trackers {

    private Trackers() {}

    /** The issues of the project; a tracker that we do not know is a {@link UserProblem} with exit code 3. */
    public static GitHubIssues of(Project project, Map<String, String> environment) {
        ProjectConfig.Tracker tracker = project.config().tracker();
        if (!tracker.provider().equals("github")) {
            throw UserProblem.invalid(List.of(new UserProblem.Line(
                    "tracker `%s` does not work in this version".formatted(tracker.provider()),
                    "set `tracker.provider: github` in orchestrator.yaml")));
        }
        return new GitHubIssues(project.root(), environment, tracker.repo());
    }

    /** What the tracker did not do, with exit code 1: it may work the next time. */
    public static UserProblem problem(TrackerException e) {
        return UserProblem.of(ExitCode.NOT_ALL_COMPLETED, String.valueOf(e.getMessage()), e.hint(), e);
    }
}
