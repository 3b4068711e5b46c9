package dev.lindy.project.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A config with the keys of the original, for comparison with what the original loaded. */
final class OriginalShape {

    private OriginalShape() {}

    static JsonNode of(ProjectConfig config) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put(
                "project",
                map(
                        "name",
                        config.project().name(),
                        "branch_prefix",
                        config.project().branchPrefix()));
        root.put("modules", config.modules().stream().map(OriginalShape::module).toList());
        root.put("planner", planner(config.planner()));
        root.put("generator", generator(config.generator()));
        root.put("evaluator", evaluator(config.evaluator()));
        root.put("dispatcher", dispatcher(config.dispatcher()));
        root.put("qa_gates", gates(config.gates()));
        root.put(
                "safety",
                map(
                        "dry_run", config.safety().dryRun(),
                        "max_retries_per_task", config.safety().maxRetriesPerTask(),
                        "max_parallel", config.safety().maxParallel(),
                        "module_concurrency", config.safety().moduleConcurrency()));
        root.put(
                "logging",
                map(
                        "dir", config.logging().dir(),
                        "session_dir", config.logging().sessionDir(),
                        "log_file", config.logging().logFile()));
        root.put(
                "mailbox",
                map(
                        "enabled", config.mailbox().enabled(),
                        "dir", config.mailbox().dir(),
                        "inject_on_dispatch", config.mailbox().injectOnDispatch()));
        root.put(
                "tracker",
                map(
                        "enabled", config.tracker().enabled(),
                        "provider", config.tracker().provider(),
                        "repo", config.tracker().repo(),
                        "labels", config.tracker().labels(),
                        "sync_on_complete", config.tracker().syncOnComplete()));
        root.put(
                "lifecycle_hooks",
                map(
                        "after_create", config.lifecycleHooks().afterCreate(),
                        "before_run", config.lifecycleHooks().beforeRun(),
                        "after_run", config.lifecycleHooks().afterRun(),
                        "before_remove", config.lifecycleHooks().beforeRemove(),
                        "timeout", config.lifecycleHooks().timeout().toSeconds()));
        root.put(
                "observability",
                map(
                        "level", config.observability().level(),
                        "retention_days", config.observability().retentionDays()));
        root.put(
                "otel",
                map(
                        "enabled", config.otel().enabled(),
                        "exporter", config.otel().exporter(),
                        "endpoint", config.otel().endpoint(),
                        "service_name", config.otel().serviceName()));
        return new ObjectMapper().valueToTree(root);
    }

    private static Map<String, Object> module(ModuleConfig module) {
        return map(
                "name", module.name(),
                "path", module.path(),
                "status_md", module.statusMd(),
                "claude_md", module.claudeMd(),
                "repo", module.repo(),
                "ci_workflow", module.ciWorkflow(),
                "role", module.role());
    }

    private static Map<String, Object> planner(PlannerConfig planner) {
        return map(
                "mode", planner.mode(),
                "provider", planner.provider(),
                "model", planner.model(),
                "max_tokens", planner.maxTokens(),
                "timeout_seconds", planner.timeout().toSeconds(),
                "prompt", planner.prompt(),
                "prompt_template", planner.promptTemplate());
    }

    private static Map<String, Object> generator(GeneratorConfig generator) {
        return map(
                "provider", generator.provider(),
                "timeout_seconds", generator.timeout().toSeconds(),
                "stall_timeout", generator.stallTimeout().toSeconds(),
                "permission_mode", generator.permissionMode(),
                "max_output_chars", generator.maxOutputChars(),
                "prompt_prefix", generator.promptPrefix());
    }

    private static Map<String, Object> evaluator(ProjectConfig.Evaluator evaluator) {
        return map(
                "provider", evaluator.provider(),
                "timeout_seconds", evaluator.timeout().toSeconds(),
                "pass_threshold", evaluator.passThreshold(),
                "prompt_prefix", evaluator.promptPrefix());
    }

    private static Map<String, Object> dispatcher(DispatcherConfig dispatcher) {
        return map(
                "provider", dispatcher.provider(),
                "timeout_seconds", dispatcher.timeout().toSeconds(),
                "stall_timeout_seconds", dispatcher.stallTimeout().toSeconds(),
                "stall_escalation",
                        map(
                                "warn_after_seconds",
                                        dispatcher.stallEscalation().warnAfter().toSeconds(),
                                "kill_after_seconds",
                                        dispatcher.stallEscalation().killAfter().toSeconds()),
                "permission_mode", dispatcher.permissionMode(),
                "max_output_chars", dispatcher.maxOutputChars(),
                "prompt_template", dispatcher.promptTemplate());
    }

    private static Map<String, Object> gates(GatesConfig gates) {
        List<Map<String, Object>> custom =
                gates.custom().stream().map(OriginalShape::gate).toList();
        return map(
                "ci_check",
                        map(
                                "timeout_seconds", gates.ciCheck().timeout().toSeconds(),
                                "poll_interval", gates.ciCheck().pollInterval().toSeconds()),
                "structural",
                        map(
                                "max_file_lines", gates.structural().maxFileLines(),
                                "enforce_module_boundary", gates.structural().enforceModuleBoundary(),
                                "sensitive_patterns", gates.structural().sensitivePatterns()),
                "layer_check",
                        map(
                                "enabled", gates.layerCheck().enabled(),
                                "unknown_file_policy", gates.layerCheck().unknownFilePolicy()),
                "custom", custom);
    }

    private static Map<String, Object> gate(GatesConfig.CustomGate gate) {
        return map(
                "name", gate.name(),
                "command", gate.command().text(),
                "cwd", gate.cwd(),
                "timeout", gate.timeout().toSeconds(),
                "modules", gate.modules(),
                "required", gate.required(),
                "diff_only", gate.diffOnly());
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
