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
    private static final String COMMAND = "command";

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
        if (!config.planner().isApi() && config.planner().provider().equals(COMMAND)) {
            found.add(new Unsupported(
                    "planner.provider", "nothing keeps agent `command` from writing", "choose another planner"));
        }
        String evaluator = config.evaluator().provider();
        if (evaluator.equals(COMMAND) && !config.planner().provider().equals(COMMAND)) {
            found.add(new Unsupported(
                    "evaluator.provider", "nothing keeps agent `command` from writing", "choose another evaluator"));
        }
        if (config.agents().command().isEmpty()
                && new AgentChoices(config).providers().contains(COMMAND)) {
            found.add(new Unsupported(
                    "agents.command",
                    "agent `command` has no command line",
                    "write the program and its arguments in `agents.command`"));
        }
    }
}
