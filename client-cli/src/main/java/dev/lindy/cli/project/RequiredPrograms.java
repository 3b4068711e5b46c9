package dev.lindy.cli.project;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.project.check.AgentPrograms;
import dev.lindy.project.config.AgentChoices;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Programs that a run cannot do without, looked up in the caller's PATH. */
public final class RequiredPrograms {

    private RequiredPrograms() {}

    /** Refuses with exit code 3 where an agent that the config names is not installed. */
    public static void check(Project project, Map<String, String> environment, boolean plans) {
        Set<String> providers = needed(project);
        if (plans && !project.config().planner().isApi()) {
            providers.add(project.config().planner().provider());
        }
        for (String provider : providers) {
            String program = AgentPrograms.of(provider).orElse("");
            if (!program.isEmpty() && find(program, environment).isEmpty()) {
                throw UserProblem.of(
                        ExitCode.INVALID,
                        "agent `%s` is not installed (looked for `%s` in PATH)".formatted(provider, program),
                        "install it, or choose another agent (`dispatcher.provider`) in orchestrator.yaml");
            }
        }
    }

    // with somebody to take over, nobody is indispensable
    private static Set<String> needed(Project project) {
        return project.config().generator().failover().isEmpty()
                ? new LinkedHashSet<>(Set.of(project.config().generator().provider()))
                : new LinkedHashSet<>();
    }

    /** The project's agents with an account of the user's. */
    public static Set<String> agents(Project project) {
        Set<String> agents = new AgentChoices(project.config()).providers();
        agents.removeIf(agent -> AgentPrograms.of(agent).isEmpty());
        return agents;
    }

    /** The executable of that name that a shell would take. */
    public static Optional<Path> find(String program, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> executable(folder, program).stream())
                .findFirst();
    }

    private static Optional<Path> executable(String folder, String program) {
        try {
            Path file = Path.of(folder.isEmpty() ? "." : folder, program);
            return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
