package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code orchestrator.yaml} and plan files through the readers of the project. */
public final class ConfigFileProjects implements Projects {

    @Override
    public Optional<Path> findRoot(Path directory) {
        return ProjectRoot.find(directory);
    }

    @Override
    public Project load(Path directory, @Nullable Path config) {
        throw UserProblem.usage("the config cannot be read in this build", null);
    }

    @Override
    public PlanFile readPlan(Path file, Project project) {
        throw UserProblem.usage("plans cannot be read in this build", null);
    }
}
