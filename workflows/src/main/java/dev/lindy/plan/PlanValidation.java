package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.lindy.document.NearMiss;
import dev.lindy.document.SourceDocument;
import dev.lindy.plan.TaskDraft.Item;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a plan holds together and uses only names that exist. Finds all problems at once. */
public final class PlanValidation {
    private static final int MAX_IDS_SHOWN = 20;

    private final List<TaskDraft> tasks;
    private final PlanIssues issues;

    private PlanValidation(List<TaskDraft> tasks, PlanIssues issues) {
        this.tasks = tasks;
        this.issues = issues;
    }

    /** Everything that is wrong with a plan that stands in no file; empty if it can be run. */
    public static List<PlanProblem> check(Plan plan, Vocabulary vocabulary) {
        PlanIssues issues = new PlanIssues(SourceDocument.withoutText(MissingNode.getInstance()));
        List<TaskDraft> drafts = new ArrayList<>();
        plan.tasks().forEach(task -> drafts.add(TaskDraft.of(task, drafts.size())));
        PlanValidation validation = new PlanValidation(drafts, issues);
        validation.checkStructure();
        validation.checkNames(vocabulary);
        return issues.sorted();
    }

    /** Adds what is wrong with the tasks whatever the project's names are. */
    static void structure(List<TaskDraft> tasks, PlanIssues issues) {
        new PlanValidation(tasks, issues).checkStructure();
    }

    /** Adds every module and gate that is not in the vocabulary. */
    static void names(List<TaskDraft> tasks, Vocabulary vocabulary, PlanIssues issues) {
        new PlanValidation(tasks, issues).checkNames(vocabulary);
    }

    private void checkStructure() {
        checkCount();
        tasks.forEach(this::checkTask);
        Map<TaskId, TaskDraft> byId = byId();
        // a task whose id could not be read may be the one that others wait for
        if (tasks.stream().allMatch(task -> task.id() != null)) {
            byId.values().forEach(task -> checkDependencies(task, byId.keySet()));
        }
        checkCycles(byId);
    }

    private void checkCount() {
        JsonPointer place = JsonPointer.compile("/tasks");
        if (tasks.isEmpty()) {
            issues.add(place, "the plan has no tasks", "list at least one under `tasks`");
        } else if (tasks.size() > Plan.MAX_TASKS) {
            issues.add(
                    place,
                    "the plan has " + tasks.size() + " tasks, and at most " + Plan.MAX_TASKS + " can be run at once",
                    "split the goal");
        }
    }

    private void checkTask(TaskDraft task) {
        if (task.description() != null && task.description().isBlank()) {
            issues.add(
                    task.at("description"), task.label() + ": `description` is missing", "say in a line what it does");
        }
        if (task.module() != null && task.module().isBlank()) {
            issues.add(
                    task.at("module"),
                    task.label() + ": `module` is missing",
                    "name a module of the project config, or `root` for the whole project");
        }
        if (task.prompt() != null && task.prompt().isBlank()) {
            issues.add(task.at("prompt"), task.label() + ": `prompt` is empty", "say what the agent is to do");
        }
        for (Item<GateSpec> gate : task.gates()) {
            Object command = gate.value().params().get("command");
            if (holdsNul(gate.value().params())) {
                issues.add(
                        gate.here(),
                        task.label() + ": `params` of gate `" + gate.value().gate() + "` hold a NUL character",
                        "remove it; no program can be given one");
            }
            boolean hasCommand = (command instanceof String line && !line.isBlank())
                    || (command instanceof List<?> arguments && !arguments.isEmpty());
            Object description = gate.value().params().get("description");
            if (gate.value().gate().equals("agent_check") && description != null && !(description instanceof String)) {
                issues.add(
                        gate.here(),
                        task.label() + ": `description` of gate `agent_check` must be text",
                        "say what the reviewer is to check: `params: {description: …}`");
            }
            if (gate.value().gate().equals("command_check") && !hasCommand) {
                issues.add(
                        gate.here(),
                        task.label() + ": gate `command_check` has no command",
                        "write `params: {command: …}`");
            }
        }
    }

    private static boolean holdsNul(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(PlanValidation::holdsNul);
        }
        return value instanceof List<?> list
                ? list.stream().anyMatch(PlanValidation::holdsNul)
                : String.valueOf(value).indexOf('\0') >= 0;
    }

    private Map<TaskId, TaskDraft> byId() {
        Map<TaskId, TaskDraft> byId = new LinkedHashMap<>();
        for (TaskDraft task : tasks) {
            TaskId id = task.id();
            if (id != null && byId.putIfAbsent(id, task) != null) {
                issues.add(task.at("id"), "two tasks have the id " + id.value(), "give each task a number of its own");
            }
        }
        return byId;
    }

    private void checkDependencies(TaskDraft task, Set<TaskId> ids) {
        for (Item<TaskId> needed : task.dependsOn()) {
            if (needed.value().equals(task.id())) {
                issues.add(needed.here(), task.label() + " depends on itself", "remove it from `depends_on`");
            } else if (!ids.contains(needed.value())) {
                issues.add(
                        needed.here(),
                        task.label() + " depends on " + needed.value().value() + ", which is not in the plan",
                        "tasks of the plan are " + list(ids));
            }
        }
    }

    private static String list(Set<TaskId> ids) {
        String shown = ids.stream()
                .limit(MAX_IDS_SHOWN)
                .map(id -> Integer.toString(id.value()))
                .collect(Collectors.joining(", "));
        return ids.size() > MAX_IDS_SHOWN ? shown + " and " + (ids.size() - MAX_IDS_SHOWN) + " more" : shown;
    }

    private void checkCycles(Map<TaskId, TaskDraft> byId) {
        List<TaskGraph.Node> nodes = byId.entrySet().stream()
                .map(entry -> new TaskGraph.Node(
                        entry.getKey(),
                        entry.getValue().dependsOn().stream()
                                .map(Item::value)
                                .filter(needed -> byId.containsKey(needed) && !needed.equals(entry.getKey()))
                                .toList(),
                        0))
                .toList();
        for (List<TaskId> cycle : TaskGraph.of(nodes).cycles()) {
            TaskDraft first = byId.get(cycle.get(0));
            String circle = cycle.stream().map(id -> id.value() + " → ").collect(Collectors.joining());
            if (first != null) {
                issues.add(
                        first.at("depends_on"),
                        "tasks depend on each other in a circle: " + circle
                                + cycle.get(0).value(),
                        "remove one of these dependencies");
            }
        }
    }

    private void checkNames(Vocabulary vocabulary) {
        Set<String> modules = new HashSet<>(vocabulary.modules());
        for (TaskDraft task : tasks) {
            String module = task.module();
            boolean isProject = "root".equals(module) || "*".equals(module);
            if (module != null && !module.isBlank() && !isProject && !modules.contains(module)) {
                issues.add(
                        task.at("module"),
                        task.label() + ": module `" + module + "` is not in the project config",
                        NearMiss.hint(module, withRoot(vocabulary.modules())));
            }
            task.gates().forEach(gate -> checkGate(task, gate, vocabulary));
        }
    }

    private void checkGate(TaskDraft task, Item<GateSpec> gate, Vocabulary vocabulary) {
        String name = gate.value().gate();
        if (vocabulary.refused().contains(name)) {
            boolean isCommand = name.equals("command_check");
            issues.add(
                    gate.here(),
                    task.label() + ": gate `" + name + "` "
                            + (isCommand ? "is refused by `safety.plan_commands`" : "does not work in this version"),
                    isCommand
                            ? "use a gate of `qa_gates.custom`"
                            : "use `command_check` or a gate of `qa_gates.custom`");
        } else if (!vocabulary.gates().contains(name)) {
            issues.add(
                    gate.here(),
                    task.label() + ": gate `" + name + "` is not known",
                    NearMiss.hint(name, vocabulary.gates()));
        }
    }

    private static List<String> withRoot(List<String> modules) {
        List<String> all = new ArrayList<>(modules);
        all.add("root");
        return all;
    }
}
