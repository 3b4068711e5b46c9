package dev.lindy.project.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists what a config asks for and this version does not do yet, so that a run is refused up front. What a plan asks for
 * is told by its {@link dev.lindy.plan.Vocabulary}, with its place.
 */
public final class UnsupportedFeatures {
    /** Agents that this version can run. */
    public static final List<String> PROVIDERS = List.of("claude_cli", "scripted");

    private UnsupportedFeatures() {}

    /**
     * One such wish.
     *
     * @param where the config key
     * @param message what is asked for, lower-case, without full stop
     * @param hint what to do instead
     * @param isLayout whether the config is right, and only runs on such repositories are to come
     */
    public record Unsupported(String where, String message, String hint, boolean isLayout) {
        Unsupported(String where, String message, String hint) {
            this(where, message, hint, false);
        }
    }

    /**
     * Everything that has to be changed before this config can be run; empty if nothing.
     *
     * @param projectRoot to look for modules that are repositories of their own
     */
    public static List<Unsupported> in(ProjectConfig config, Path projectRoot) {
        List<Unsupported> found = new ArrayList<>();
        addRoles(config, found);
        if (!config.delivery().mode().equals("branch")) {
            found.add(new Unsupported(
                    "delivery.mode",
                    "delivery by `" + config.delivery().mode() + "` does not work in this version",
                    "use `branch` and merge the goal branch yourself"));
        }
        for (ModuleConfig module : config.modules()) {
            if (!module.isRoot()
                    && Files.exists(projectRoot.resolve(module.folder()).resolve(".git"))) {
                found.add(new Unsupported(
                        "modules." + module.name(),
                        "the module's folder `" + module.folder() + "` is a git repository of its own",
                        "start the run inside that repository, with a config of its own",
                        true));
            }
        }
        return List.copyOf(found);
    }

    private static void addRoles(ProjectConfig config, List<Unsupported> found) {
        addProvider(config, "generator.provider", config.generator().provider(), found);
        PlannerConfig planner = config.planner();
        if (!planner.isApi() && !planner.provider().equals(config.generator().provider())) {
            addProvider(config, "planner.provider", planner.provider(), found);
        }
    }

    // where the dispatcher supplied the name, the dispatcher is what its author has to change
    private static void addProvider(ProjectConfig config, String role, String provider, List<Unsupported> found) {
        if (!PROVIDERS.contains(provider)) {
            String key = provider.equals(config.dispatcher().provider()) ? "dispatcher.provider" : role;
            found.add(
                    new Unsupported(key, "agent `" + provider + "` does not work in this version", "use `claude_cli`"));
        }
    }
}
