package dev.lindy.it;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A task of a plan for the scripted agent. */
record PlanTask(
        int id,
        String module,
        List<Integer> dependsOn,
        String prompt,
        List<Map<String, Object>> gates,
        boolean changing,
        String evaluation) {

    PlanTask {
        dependsOn = List.copyOf(dependsOn);
        gates = List.copyOf(gates);
    }

    /** Without a score. */
    PlanTask(
            int id,
            String module,
            List<Integer> dependsOn,
            String prompt,
            List<Map<String, Object>> gates,
            boolean changing) {
        this(id, module, dependsOn, prompt, gates, changing, "");
    }

    /** Without dependencies and gates. */
    static PlanTask of(int id, String module, String... directives) {
        return new PlanTask(id, module, List.of(), String.join("\n", directives), List.of(), false, "");
    }

    PlanTask after(Integer... ids) {
        return new PlanTask(id, module, List.of(ids), prompt, gates, changing, evaluation);
    }

    /** A required {@code command_check}. */
    PlanTask gate(String command) {
        return with("command_check", "command", command);
    }

    /** An {@code agent_check} whose agent obeys these directives. */
    PlanTask reviewed(String... directives) {
        return with("agent_check", "description", String.join("\n", directives));
    }

    private PlanTask with(String gate, String param, String value) {
        List<Map<String, Object>> more = new ArrayList<>(gates);
        more.add(Map.of("gate", gate, "params", Map.of(param, value)));
        return new PlanTask(id, module, dependsOn, prompt, more, changing, evaluation);
    }

    /** A score by an agent that obeys these directives. */
    PlanTask scored(String... directives) {
        return new PlanTask(id, module, dependsOn, prompt, gates, changing, String.join("\n", directives));
    }

    /** Does not accept an attempt that changes nothing. */
    PlanTask mustChange() {
        return new PlanTask(id, module, dependsOn, prompt, gates, true, evaluation);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("module", module);
        json.put("description", "task " + id);
        json.put("depends_on", dependsOn);
        json.put("prompt", prompt);
        json.put("qa_checks", gates);
        if (!evaluation.isEmpty()) {
            json.put("acceptance_criteria", List.of("SECRET-CRITERION holds"));
            json.put("evaluator_prompt", evaluation);
        }
        json.put("changes", changing ? "required" : "optional");
        return json;
    }
}
