package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.PlanOrder;
import dev.lindy.plan.Task;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.project.scan.ProjectGates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of {@code run --dry-run --json}, a contract. */
final class DryRunJson {

    private DryRunJson() {}

    static ObjectNode of(DryRun dry) {
        NewRun run = dry.run();
        ProjectConfig config = run.project().config();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dryRun", true);
        json.put("goal", run.goal());
        json.putObject("project")
                .put("name", config.project().name())
                .put("root", run.project().root().toString());
        json.put("base", run.base() == null ? "HEAD" : run.base());
        ObjectNode uncommitted = json.putObject("uncommitted").put("included", dry.includeUncommitted());
        ArrayNode files = uncommitted.putArray("files");
        dry.uncommitted().forEach(files::add);
        json.put("agent", config.generator().provider());
        json.put("maxParallel", run.policy().maxParallel());
        json.put("maxAttempts", 1 + run.policy().attempts().maxRetries());
        json.put("planner", run.plan() == null ? config.planner().provider() : null);
        tasks(json, ProjectGates.of(config, run.project().root()), run.plan());
        problems(json, dry.problems());
        return json;
    }

    /** Where not even the wish could be read. */
    static ObjectNode refused(List<UserProblem.Line> problems) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dryRun", true);
        problems(json, problems);
        return json;
    }

    private static void tasks(ObjectNode json, GateCatalog gates, @Nullable PlanFile plan) {
        if (plan == null) {
            json.putNull("tasks");
            return;
        }
        ArrayNode tasks = json.putArray("tasks");
        for (Task task : PlanOrder.of(plan.plan())) {
            ObjectNode node = tasks.addObject();
            node.put("id", task.id().value());
            node.put("module", task.module());
            node.put("description", task.description());
            ArrayNode dependsOn = node.putArray("dependsOn");
            task.dependsOn().forEach(id -> dependsOn.add(id.value()));
            node.put("completed", task.completed());
            ArrayNode list = node.putArray("gates");
            gates.resolve(task).forEach(gate -> gate(list.addObject(), gate));
        }
    }

    private static void gate(ObjectNode json, ResolvedGate gate) {
        json.put("name", gate.name());
        json.put("command", gate.command() == null ? null : gate.command().text());
        json.put("required", gate.required());
    }

    private static void problems(ObjectNode json, List<UserProblem.Line> problems) {
        ArrayNode array = json.putArray("problems");
        problems.forEach(
                problem -> array.addObject().put("message", problem.message()).put("hint", problem.hint()));
    }
}
