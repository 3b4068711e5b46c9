package dev.lindy.cli.project;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.config.ConfigWarning;
import dev.lindy.project.config.ProjectConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code orchestrator.yaml} and plan files through the readers of the project. */
public final class ConfigFileProjects implements Projects {

    @Override
    public Optional<Path> findRoot(Path directory) {
        return ConfigLoader.find(directory).map(ConfigLoader::projectRoot);
    }

    @Override
    public Project load(Path directory, @Nullable Path config) {
        Path file = config == null ? find(directory) : config;
        ConfigReading reading = ConfigLoader.load(file);
        ProjectConfig found = reading.config();
        if (found == null || !reading.problems().isEmpty()) {
            throw UserProblem.invalid(reading.problems().stream()
                    .map(problem -> new UserProblem.Line(problem.text(), problem.hint()))
                    .toList());
        }
        return new Project(
                ConfigLoader.projectRoot(file),
                found,
                reading.warnings().stream().map(ConfigWarning::text).toList());
    }

    private static Path find(Path directory) {
        return ConfigLoader.find(directory)
                .orElseThrow(() -> UserProblem.invalid(List.of(new UserProblem.Line(
                        "there is no `orchestrator.yaml` in `%s` or above".formatted(directory),
                        "go to the project's folder, or name the file with `-c`"))));
    }

    @Override
    public PlanFile readPlan(Path file, Project project) {
        throw UserProblem.usage("plans cannot be read in this build", null);
    }
}
