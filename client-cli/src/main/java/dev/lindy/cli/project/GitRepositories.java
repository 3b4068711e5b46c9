package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.repository.GoalStatus;
import dev.lindy.project.repository.StartingPoint;
import dev.lindy.project.repository.UncommittedWork;
import dev.lindy.project.repository.UnusableRepositoryException;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.run.RunId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks git. */
public final class GitRepositories implements Repositories {

    @Override
    public void check(Project project, Map<String, String> environment, @Nullable String base) {
        String prefix = project.config().project().branchPrefix();
        new StartingPoint(project.root(), prefix, base).problem(environment).ifPresent(problem -> {
            throw refusal(problem.message(), problem.hint());
        });
    }

    @Override
    public List<String> uncommitted(Project project, Map<String, String> environment) {
        try {
            return work(project).files(environment);
        } catch (UnusableRepositoryException e) {
            throw refusal(String.valueOf(e.getMessage()), e.hint());
        }
    }

    @Override
    public UncommittedWork.Kept keepUncommitted(Project project, Map<String, String> environment, RunId run) {
        try {
            return work(project).keep(run, environment);
        } catch (UnusableRepositoryException e) {
            throw refusal(String.valueOf(e.getMessage()), e.hint());
        }
    }

    @Override
    public Map<String, ModuleStatus> goalStatus(Project project, Map<String, String> environment, RunId run) {
        List<String> files = project.config().modules().stream()
                .map(ModuleConfig::statusFile)
                .toList();
        return GoalStatus.read(project.root(), run, files, environment);
    }

    private static UncommittedWork work(Project project) {
        return new UncommittedWork(
                project.root(), project.config().gates().structural().sensitivePatterns());
    }

    private static UserProblem refusal(String message, @Nullable String hint) {
        return UserProblem.invalid(List.of(new UserProblem.Line(message, hint)));
    }
}
