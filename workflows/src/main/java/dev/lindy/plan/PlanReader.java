package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.document.SourceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a parsed text into a plan. */
final class PlanReader {
    private static final JsonPointer TASKS = JsonPointer.compile("/tasks");
    private static final JsonPointer GOAL = JsonPointer.compile("/goal");

    private final SourceDocument source;
    private final PlanIssues issues;
    private final boolean isSaved;

    private PlanReader(SourceDocument source, boolean isSaved) {
        this.source = source;
        this.issues = new PlanIssues(source);
        this.isSaved = isSaved;
    }

    /** Reads a plan file, which names its goal. */
    static PlanReading file(SourceDocument source) {
        PlanReader reader = new PlanReader(source, true);
        return reader.read(reader.goal());
    }

    /** Reads a planner's answer to a goal. */
    static PlanReading answer(SourceDocument source, String goal) {
        return new PlanReader(source, false).read(goal);
    }

    private PlanReading read(String goal) {
        source.duplicates().forEach(issues::add);
        List<TaskDraft> drafts = new ArrayList<>();
        List<@Nullable Task> tasks = new ArrayList<>();
        JsonNode list = source.node(TASKS);
        if (!source.root().isObject()) {
            issues.add(JsonPointer.empty(), "a plan must hold `goal` and `tasks`", null);
        } else if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
            issues.add(TASKS, "`tasks` must be a list", "start each task with `- id:`");
        } else {
            for (int i = 0; i < list.size(); i++) {
                TaskReader.Result result = new TaskReader(list.get(i), TASKS.appendIndex(i), issues, isSaved).read();
                drafts.add(result.draft());
                tasks.add(result.task());
            }
            PlanValidation.structure(drafts, issues);
        }
        boolean isSound = issues.size() == 0;
        Plan plan = isSound
                ? new Plan(
                        goal,
                        chained(tasks.stream().map(Objects::requireNonNull).toList()))
                : null;
        return new PlanReading(plan, issues.sorted(), issues.warnings(), drafts, source);
    }

    private String goal() {
        JsonNode goal = source.node(GOAL);
        if (source.root().isObject() && (!goal.isTextual() || goal.textValue().isBlank())) {
            issues.add(GOAL, "the plan has no `goal`", "say at the top what the tasks are to reach: `goal: …`");
        }
        return goal.asText();
    }

    // the old rule: where no task says anything of dependencies, the order of the file counts
    private List<Task> chained(List<Task> tasks) {
        for (JsonNode task : source.node(TASKS)) {
            if (task.has("depends_on")) {
                return tasks;
            }
        }
        List<Task> chain = new ArrayList<>();
        for (Task task : tasks) {
            chain.add(chain.isEmpty() ? task : after(chain.get(chain.size() - 1), task));
        }
        return chain;
    }

    private static Task after(Task before, Task task) {
        return new Task(
                task.id(),
                task.module(),
                task.description(),
                task.prompt(),
                List.of(before.id()),
                task.priority(),
                task.gates(),
                task.size(),
                task.changes(),
                task.completed(),
                task.timeoutSeconds(),
                task.stallSeconds(),
                task.agent(),
                task.skips(),
                task.rubric());
    }
}
