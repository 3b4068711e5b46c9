package dev.lindy.activities.gate;

import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.JudgeTree;
import dev.lindy.run.GateVerdict;
import java.util.LinkedHashMap;
import java.util.Map;

/** The action log's line for a verdict. */
public final class GateLog {

    private GateLog() {}

    public static void append(RunContext run, JudgeTree request, GateVerdict verdict) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("gate", verdict.name());
        details.put("passed", verdict.verdict().accepts());
        details.put("verdict", verdict.verdict().word());
        details.put("task_id", request.task().value());
        details.put("attempt", request.attempt());
        run.actions()
                .append(
                        run.ref().run(),
                        "quality_gate",
                        verdict.verdict().accepts() ? "pass" : "fail",
                        details,
                        verdict.summary());
    }
}
