package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.repository.StartingPoint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks git. */
public final class GitRepositories implements Repositories {

    @Override
    public void check(Project project, Map<String, String> environment, @Nullable String base) {
        String prefix = project.config().project().branchPrefix();
        new StartingPoint(project.root(), prefix, base).problem(environment).ifPresent(problem -> {
            throw UserProblem.invalid(List.of(new UserProblem.Line(problem.message(), problem.hint())));
        });
    }
}
