package dev.lindy.it;

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
        boolean changing) {

    PlanTask {
        dependsOn = List.copyOf(dependsOn);
        gates = List.copyOf(gates);
    }

    /** Without dependencies and gates. */
    static PlanTask of(int id, String module, String... directives) {
        return new PlanTask(id, module, List.of(), String.join("\n", directives), List.of(), false);
    }

    PlanTask after(Integer... ids) {
        return new PlanTask(id, module, List.of(ids), prompt, gates, changing);
    }

    /** A required {@code command_check}. */
    PlanTask gate(String command) {
        return new PlanTask(
                id,
                module,
                dependsOn,
                prompt,
                List.of(Map.of("gate", "command_check", "params", Map.of("command", command))),
                changing);
    }

    /** Does not accept an attempt that changes nothing. */
    PlanTask mustChange() {
        return new PlanTask(id, module, dependsOn, prompt, gates, true);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("module", module);
        json.put("description", "task " + id);
        json.put("depends_on", dependsOn);
        json.put("prompt", prompt);
        json.put("qa_checks", gates);
        json.put("changes", changing ? "required" : "optional");
        return json;
    }
}
