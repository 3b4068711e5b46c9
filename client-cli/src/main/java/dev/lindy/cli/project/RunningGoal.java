package dev.lindy.cli.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.project.config.ModuleConfig;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A goal that is not over as its own branch sees the project: STATUS.md files with the rows of merged tasks, and the
 * tasks at work, which stand in no file before they are merged.
 *
 * @param branch short name of the goal branch, or a full ref
 * @param modules in the order of the config; tasks at work count as active
 */
public record RunningGoal(RunHeader header, String branch, List<ModuleHealth> modules, List<TaskRow> working) {

    public RunningGoal {
        modules = List.copyOf(modules);
        working = List.copyOf(working);
    }

    /** The view of a run, or empty where it is over or has no branch yet. */
    public static Optional<RunningGoal> of(
            Project project, RunSnapshot run, Repositories repositories, Map<String, String> environment) {
        String branch = run.header().goalBranch();
        if (run.header().status().isTerminal() || branch == null) {
            return Optional.empty();
        }
        List<TaskRow> working = run.tasks().stream()
                .filter(task -> task.state().status().isRunning())
                .toList();
        Map<String, ModuleStatus> files =
                repositories.goalStatus(project, environment, run.header().run());
        List<ModuleHealth> modules = project.config().modules().stream()
                .map(module -> ModuleHealth.of(
                        module, Optional.ofNullable(files.get(module.statusFile())), count(working, module)))
                .toList();
        return Optional.of(new RunningGoal(run.header(), branch, modules, working));
    }

    private static int count(List<TaskRow> working, ModuleConfig module) {
        return (int) working.stream()
                .filter(task -> task.module().equals(module.name()))
                .count();
    }

    /** Writes one element of {@code goals} in {@code status --json}. */
    public void write(ObjectNode json) {
        json.put("run", header.run().value());
        json.put("status", header.status().word());
        json.put("goalBranch", branch);
        ArrayNode health = json.putArray("modules");
        modules.forEach(module -> module.write(health.addObject()));
        ArrayNode tasks = json.putArray("working");
        working.forEach(task -> tasks.addObject()
                .put("id", task.id().value())
                .put("module", task.module())
                .put("description", task.description())
                .put("status", task.state().status().word()));
    }
}
