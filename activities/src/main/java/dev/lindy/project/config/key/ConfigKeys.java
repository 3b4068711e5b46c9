package dev.lindy.project.config.key;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.plan.TaskAgent;
import dev.lindy.policy.AttemptPolicy;
import dev.lindy.policy.RunPolicy;
import dev.lindy.project.config.GatesConfig.LayerCheck;
import dev.lindy.project.config.ProjectConfig.Safety;
import dev.lindy.project.config.key.ValueType.Choice;
import dev.lindy.project.config.key.ValueType.Command;
import dev.lindy.project.config.key.ValueType.Count;
import dev.lindy.project.config.key.ValueType.Dollars;
import dev.lindy.project.config.key.ValueType.Flag;
import dev.lindy.project.config.key.ValueType.Text;
import dev.lindy.project.config.key.ValueType.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every key of the project config: those of lindy-orchestrator 0.6.0 and 0.15.4 and ours, in the order of the
 * documentation. The loader, the JSON schema and the reference page are tested against this list.
 */
public final class ConfigKeys {

    /** Agents that a config may name. */
    public static final List<String> PROVIDERS = TaskAgent.PROVIDERS;

    private static final int ANY = Integer.MAX_VALUE;
    private static final Count SECONDS = new Count("seconds", 1, ANY);
    private static final String GATE = "qa_gates.custom[].";

    private static final String NEVER_USED = "no version has ever used it";
    private static final String WHOLE_RESULT = "transcripts are kept whole";
    private static final String NO_OTEL = "traces are not exported in this version";

    private static final List<ConfigKey> ALL = all();

    private ConfigKeys() {}

    /** All keys, in the order of the documentation. */
    public static List<ConfigKey> list() {
        return ALL;
    }

    /** The key that stands at this place of a file, aliases and shorthands included. */
    public static Optional<ConfigKey> at(JsonPointer place) {
        List<String> parts = new ArrayList<>();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            parts.add(rest.getMatchingIndex() >= 0 ? "[]" : rest.getMatchingProperty());
        }
        return ALL.stream().filter(key -> fits(key.parts(), parts)).findFirst();
    }

    private static boolean fits(List<String> key, List<String> place) {
        if (key.size() != place.size()) {
            return false;
        }
        for (int i = 0; i < key.size(); i++) {
            if (!key.get(i).equals(place.get(i)) && !isStandIn(key.get(i), i, place)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name in the key stands for another name in the file. */
    private static boolean isStandIn(String name, int depth, List<String> place) {
        boolean inGates = depth == 1 && place.get(0).equals("qa_gates");
        return name.equals("<module>")
                || (inGates && name.equals("structural") && place.get(1).equals("structural_check"))
                || (inGates
                        && name.equals("custom")
                        && place.size() > 2
                        && place.get(2).equals("[]"));
    }

    private static List<ConfigKey> all() {
        List<ConfigKey> keys = new ArrayList<>();
        keys.addAll(project());
        keys.addAll(dispatcher());
        keys.addAll(generator());
        keys.addAll(planner());
        keys.addAll(evaluator());
        keys.addAll(agents());
        keys.addAll(gates());
        keys.addAll(safety());
        keys.addAll(workspaceAndDelivery());
        keys.addAll(files());
        keys.addAll(outside());
        return List.copyOf(keys);
    }

    private static List<ConfigKey> project() {
        return List.of(
                text("project.name", "project", "Name of the project, told to planner and agents"),
                text("project.branch_prefix", "af", "Branches are `<prefix>/goal-<run>` and `<prefix>/task-<n>`"),
                text("modules[].name", null, "Unique name; `root` and `*` always mean the whole project")
                        .required(),
                text("modules[].path", null, "Folder inside the project").required(),
                text("modules[].status_md", "STATUS.md", "Status file below `path`; the planner reads it"),
                text("modules[].claude_md", "CLAUDE.md", "Agent instructions below `path`")
                        .unused("agents find their instructions by themselves"),
                text("modules[].repo", "", "`owner/name`, told to the planner"),
                text(
                        "modules[].ci_workflow",
                        "ci.yml",
                        "Workflows that gate `ci_check` waits for, separated by commas"),
                text(
                        "modules[].role",
                        "",
                        "For instance `qa`: told to the planner; reviewers read the status of the first module with that role"),
                choice(
                        "modules[].agent.provider",
                        null,
                        PROVIDERS,
                        "The agent that does the module's tasks, where it is not that of `generator.provider`"),
                text("modules[].agent.model", null, "Model for the module's tasks"),
                text("modules[].agent.effort", null, "How hard the agent thinks about them"),
                text(
                        "modules[].agent.permission_mode",
                        null,
                        "Handed to it, where it is not `generator.permission_mode`"));
    }

    private static List<ConfigKey> dispatcher() {
        return List.of(
                choice("dispatcher.provider", "claude_cli", PROVIDERS, "The agent"),
                seconds("dispatcher.timeout_seconds", 1800, "Hard limit of one attempt"),
                seconds(
                        "dispatcher.stall_timeout_seconds",
                        600,
                        "Silence after which an attempt counts as stalled; never taken below 600"),
                seconds("dispatcher.stall_escalation.warn_after_seconds", 300, "Silence after which 0.6.0 warned")
                        .unused("nobody is warned before an attempt counts as stalled"),
                seconds(
                        "dispatcher.stall_escalation.kill_after_seconds",
                        600,
                        "Wins over `stall_timeout_seconds` where it is written"),
                text("dispatcher.permission_mode", "bypassPermissions", "Handed to the agent"),
                count("dispatcher.max_output_chars", 50_000, 1, ANY, "Longest result kept")
                        .unused(WHOLE_RESULT),
                text("dispatcher.prompt_template", "", "Template of 0.15").unused(NEVER_USED));
    }

    private static List<ConfigKey> generator() {
        return List.of(
                choice("generator.provider", null, PROVIDERS, "The agent that does the tasks")
                        .inheriting("dispatcher.provider"),
                seconds("generator.timeout_seconds", null, "Hard limit of one attempt")
                        .inheriting("dispatcher.timeout_seconds"),
                seconds("generator.stall_timeout", null, "Silence after which an attempt counts as stalled")
                        .inheriting("dispatcher.stall_timeout_seconds"),
                text("generator.permission_mode", null, "Handed to the agent").inheriting("dispatcher.permission_mode"),
                count("generator.max_output_chars", null, 1, ANY, "Longest result kept")
                        .inheriting("dispatcher.max_output_chars")
                        .unused(WHOLE_RESULT),
                text("generator.prompt_prefix", "", "Put before each task's prompt"),
                text("generator.model", null, "Model, as the agent names it; its own choice where it is not written"),
                text("generator.effort", null, "How hard the agent thinks, as it names that"),
                texts(
                        "generator.attempts",
                        List.of(),
                        "Models of the first, second, … attempt; the last one for all that follow"),
                texts(
                        "generator.failover",
                        List.of(),
                        "Agents that take over, in order, from one that is used up, missing or not logged in; each"
                                + " with a model where a slash follows: `codex_cli/gpt-5`"),
                choice(
                        "resolver.provider",
                        null,
                        PROVIDERS,
                        "The agent that resolves conflicts, where it is not the task's own"),
                text("resolver.model", null, "Its model"),
                text("resolver.effort", null, "How hard it thinks"),
                text("resolver.permission_mode", null, "Handed to it, where it is not the task's own"));
    }

    private static List<ConfigKey> planner() {
        return List.of(
                choice(
                        "planner.mode",
                        "cli",
                        List.of("cli", "api"),
                        "`cli` asks an agent, `api` the model itself with ANTHROPIC_API_KEY"),
                choice("planner.provider", null, PROVIDERS, "The agent that plans")
                        .inheriting("dispatcher.provider"),
                seconds("planner.timeout_seconds", null, "Hard limit of one request")
                        .inheriting("dispatcher.timeout_seconds"),
                choice(
                        "planner.approval",
                        "never",
                        List.of("never", "always"),
                        "`always`: each run waits for `lindy approve` before the first agent starts"),
                text(
                        "planner.model",
                        "claude-sonnet-4-20250514",
                        "Model of mode `api`; an agent gets it only where it is written"),
                count("planner.max_tokens", 4096, 1, ANY, "Longest answer of mode `api`, in tokens"),
                text("planner.effort", null, "How hard the agent thinks, as it names that"),
                text("planner.prompt_template", null, "Template of 0.6.0").unused(NEVER_USED),
                text("planner.prompt", "", "Prompt of 0.15").unused(NEVER_USED));
    }

    private static List<ConfigKey> evaluator() {
        return List.of(
                choice("evaluator.provider", null, PROVIDERS, "The agent that judges")
                        .inheriting("planner.provider"),
                seconds("evaluator.timeout_seconds", 300, "Hard limit of one score"),
                count("evaluator.pass_threshold", 80, 0, 100, "Least score that passes, of 100"),
                text("evaluator.model", null, "Its model"),
                text("evaluator.effort", null, "How hard it thinks"),
                text("evaluator.prompt_prefix", "", "Put before what it is told"));
    }

    private static List<ConfigKey> agents() {
        return List.of(
                texts(
                        "agents.environment",
                        List.of(),
                        "Names of variables of the caller that agents get besides the usual ones"),
                flag(
                        "agents.sandboxed",
                        false,
                        "Agents run where they can hurt nothing, so that `bypassPermissions` is allowed as root"),
                ConfigKey.of(
                        "agents.max_budget_usd_per_attempt",
                        new Dollars(),
                        null,
                        "Handed to agents that can keep to it"),
                count("agents.max_turns", null, 1, ANY, "Handed to agents that can keep to it"),
                texts(
                        "agents.command",
                        List.of(),
                        "Program and arguments of the agent `command`, without a shell; `{prompt_file}`, `{worktree}`,"
                                + " `{session}` and `{model}` are filled in"));
    }

    private static List<ConfigKey> gates() {
        return List.of(
                text(GATE + "name", null, "Unique in its list; plans may name it")
                        .required(),
                ConfigKey.of(
                                GATE + "command",
                                new Command(),
                                null,
                                "A text is a line for `sh -c`, a list a program and its arguments")
                        .required(),
                text(GATE + "cwd", "{module_path}", "Folder in the worktree; `.` in the list of a module"),
                seconds(GATE + "timeout", 600, "Hard limit of one run"),
                texts(
                        GATE + "modules",
                        List.of(),
                        "Modules whose tasks it judges; all where it is empty, its own in the list of a module"),
                flag(GATE + "required", true, "`false`: a rejection is reported and stops nothing"),
                flag(
                        GATE + "diff_only",
                        false,
                        "The command looks only at `{changed_files}`; not run where nothing changed"),
                flag(
                        "qa_gates.structural.enforce_module_boundary",
                        true,
                        "Changes outside of the task's module are rejected"),
                texts(
                        "qa_gates.structural.sensitive_patterns",
                        List.of(".env", "*.key", "*.pem"),
                        "Files that no change may add or alter"),
                count(
                        "qa_gates.structural.max_file_lines",
                        500,
                        1,
                        ANY,
                        "Longest source file that `lindy scan` and `structural_check` let pass"),
                count(
                        "qa_gates.rerun_rejected",
                        1,
                        0,
                        10,
                        "Times a rejecting command is run again on the same tree; one that passes then is `flaky`"),
                texts(
                        "qa_gates.environment",
                        List.of(),
                        "Names of variables of the caller that gates get besides the usual ones"),
                seconds("qa_gates.ci_check.timeout_seconds", 900, "How long CI may take before a person is asked"),
                seconds("qa_gates.ci_check.poll_interval", 30, "Longest pause between two looks at CI"),
                seconds("qa_gates.ci_check.grace_seconds", 60, "How long a CI run may take to appear after the push"),
                flag(
                        "qa_gates.layer_check.enabled",
                        true,
                        "Tasks of modules with a `Layer Structure` in ARCHITECTURE.md get the gate `layer_check`"),
                choice(
                        "qa_gates.layer_check.unknown_file_policy",
                        LayerCheck.SKIP,
                        List.of(LayerCheck.SKIP, LayerCheck.WARN, LayerCheck.FAIL),
                        "What a new file of no layer means: nothing, a remark in the report, a rejection"));
    }

    private static List<ConfigKey> safety() {
        return List.of(
                count("safety.max_parallel", 3, 1, RunPolicy.MAX_PARALLEL, "Tasks at work at a time"),
                count(
                        "safety.module_concurrency.<module>",
                        null,
                        1,
                        RunPolicy.MAX_PARALLEL,
                        "Tasks of that module at work at a time"),
                count("safety.max_retries_per_task", 2, 0, 100, "Attempts after the first"),
                count(
                        "safety.max_interruptions",
                        3,
                        0,
                        100,
                        "Times an attempt that lost its process is resumed without counting"),
                count(
                        "safety.max_parallel_gates",
                        AttemptPolicy.DEFAULT_MAX_PARALLEL_GATES,
                        1,
                        RunPolicy.MAX_PARALLEL,
                        "Gates of one attempt at work at a time"),
                choice(
                        "safety.plan_commands",
                        Safety.ALLOW,
                        List.of(Safety.ALLOW, Safety.ASK, Safety.REFUSE),
                        "Commands that a plan brings along in `command_check`: run, run after `lindy approve`, or refused"),
                flag("safety.dry_run", false, "Every `lindy run` is a dry run"));
    }

    private static List<ConfigKey> workspaceAndDelivery() {
        return List.of(
                texts("workspace.copy", List.of(), "Paths below the project that each worktree gets a copy of"),
                texts("workspace.link", List.of(), "Paths below the project that each worktree links to"),
                flag("workspace.commit_leftovers", true, "Files that an agent left uncommitted become a commit"),
                text("lifecycle_hooks.after_create", "", "Shell line, once a worktree is there"),
                text("lifecycle_hooks.before_run", "", "Shell line before each attempt"),
                text("lifecycle_hooks.after_run", "", "Shell line after each attempt"),
                text("lifecycle_hooks.before_remove", "", "Shell line before a worktree is removed"),
                seconds("lifecycle_hooks.timeout", 60, "Hard limit of each hook"),
                choice(
                        "delivery.mode",
                        "branch",
                        List.of("branch", "merge", "pr"),
                        "`branch`: the work stays in the goal branch; the others are refused in this version"));
    }

    private static List<ConfigKey> files() {
        return List.of(
                text("logging.dir", ".orchestrator/logs", "Folder of the action log, inside the project"),
                text("logging.log_file", "actions.jsonl", "The action log in that folder"),
                text(
                        "logging.session_dir",
                        ".orchestrator/sessions",
                        "Folder with one file per run, inside the project"),
                flag("mailbox.enabled", true, "Agents are told the path of their mailbox"),
                text("mailbox.dir", ".orchestrator/mailbox", "Folder of the mailboxes, inside the project"),
                flag("mailbox.inject_on_dispatch", true, "Messages are put into prompts, each once"));
    }

    private static List<ConfigKey> outside() {
        return List.of(
                flag("tracker.enabled", false, "Issues are read and answered"),
                text("tracker.provider", "github", "The tracker; `github` only in this version"),
                text("tracker.repo", "", "`owner/name`; the repository of the folder where it is empty"),
                texts("tracker.labels", List.of("orchestrator"), "Labels that issues must have"),
                flag("tracker.sync_on_complete", true, "An issue whose run completes is commented and closed"),
                count("observability.level", 1, 0, 3, "How much 0.15 kept of a run")
                        .unused("all of a run's evidence is kept"),
                count(
                        "observability.retention_days",
                        30,
                        0,
                        ANY,
                        "Days after which `lindy gc` removes sessions and evidence"),
                flag("otel.enabled", false, "Traces are exported").unused(NO_OTEL),
                text("otel.exporter", "console", "Kind of exporter").unused(NO_OTEL),
                text("otel.endpoint", "", "Where traces go").unused(NO_OTEL),
                text("otel.service_name", "lindy-orchestrator", "Name in traces")
                        .unused(NO_OTEL));
    }

    private static ConfigKey text(String path, @Nullable Object fallback, String meaning) {
        return ConfigKey.of(path, new Text(), fallback, meaning);
    }

    private static ConfigKey choice(String path, @Nullable Object fallback, List<String> words, String meaning) {
        return ConfigKey.of(path, new Choice(words), fallback, meaning);
    }

    private static ConfigKey flag(String path, boolean fallback, String meaning) {
        return ConfigKey.of(path, new Flag(), fallback, meaning);
    }

    private static ConfigKey count(String path, @Nullable Object fallback, int least, int most, String meaning) {
        return ConfigKey.of(path, new Count("", least, most), fallback, meaning);
    }

    private static ConfigKey seconds(String path, @Nullable Object fallback, String meaning) {
        return ConfigKey.of(path, SECONDS, fallback, meaning);
    }

    private static ConfigKey texts(String path, List<String> fallback, String meaning) {
        return ConfigKey.of(path, new Texts(), fallback, meaning);
    }
}
