package dev.lindy.project.check;

import dev.lindy.process.Executables;
import dev.lindy.project.config.AgentChoices;
import dev.lindy.project.config.AgentSettings;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.config.ProjectConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs besides gates: agents and the GitHub CLI. */
final class ProgramCheck {

    private ProgramCheck() {}

    static List<Finding> of(CheckedProject project) {
        List<Finding> found = new ArrayList<>();
        agents(project.config()).forEach((provider, key) -> {
            AgentPrograms.of(provider)
                    .filter(program -> isMissing(project, program))
                    .ifPresent(program ->
                            // as in the original: a build machine validates projects that it cannot run
                            found.add(Finding.warning(
                                    "%sagent `%s`: program `%s` is not in PATH"
                                            .formatted(project.at(key), provider, program),
                                    "install it where runs start")));
        });
        tracker(project, found);
        ci(project, found);
        return found;
    }

    /** Each agent in use and the key that names it. */
    private static Map<String, String> agents(ProjectConfig config) {
        Map<String, String> agents = new LinkedHashMap<>();
        String generator = config.generator().provider();
        agents.put(
                generator,
                generator.equals(config.dispatcher().provider()) ? "dispatcher.provider" : "generator.provider");
        agents.putIfAbsent(config.planner().provider(), "planner.provider");
        config.generator()
                .failover()
                .forEach(entry -> agents.putIfAbsent(AgentChoices.providerOf(entry), "generator.failover"));
        for (ModuleConfig module : config.modules()) {
            String provider = module.agentSettings().provider();
            if (provider != null) {
                agents.putIfAbsent(provider, "modules." + module.name() + ".agent.provider");
            }
        }
        AgentSettings resolver = config.resolver();
        if (resolver != null && resolver.provider() != null) {
            agents.putIfAbsent(resolver.provider(), "resolver.provider");
        }
        return agents;
    }

    private static void tracker(CheckedProject project, List<Finding> found) {
        ProjectConfig.Tracker tracker = project.config().tracker();
        if (!tracker.enabled()) {
            return;
        }
        if (!tracker.provider().equals("github")) {
            found.add(Finding.problem(
                    "%stracker `%s` does not exist".formatted(project.at("tracker.provider"), tracker.provider()),
                    "use `github`"));
        } else if (isMissing(project, "gh")) {
            found.add(Finding.warning(
                    "%sthe tracker needs program `gh`, which is not in PATH".formatted(project.at("tracker.enabled")),
                    "install the GitHub CLI, or set `tracker.enabled` to `false`"));
        }
    }

    /** A plan may name the gate in every project; who sets it up means to. */
    private static void ci(CheckedProject project, List<Finding> found) {
        project.firstBelow("qa_gates.ci_check.")
                .flatMap(key -> CiObstacles.first(project.config(), project.root(), project.environment())
                        .map(obstacle -> Finding.warning(
                                "%sgate `ci_check` cannot be used: %s".formatted(project.at(key), obstacle.message()),
                                obstacle.hint())))
                .ifPresent(found::add);
    }

    private static boolean isMissing(CheckedProject project, String program) {
        return Executables.find(program, project.environment(), project.root()).isEmpty();
    }
}
