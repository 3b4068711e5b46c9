package dev.lindy.project.config.key;

import static dev.lindy.project.config.key.ConfigKey.choice;
import static dev.lindy.project.config.key.ConfigKey.count;
import static dev.lindy.project.config.key.ConfigKey.flag;
import static dev.lindy.project.config.key.ConfigKey.seconds;
import static dev.lindy.project.config.key.ConfigKey.text;
import static dev.lindy.project.config.key.ConfigKey.texts;

import dev.lindy.policy.AttemptPolicy;
import dev.lindy.policy.RunPolicy;
import dev.lindy.project.config.ProjectConfig.Safety;
import java.util.List;

/** Keys of the project, its modules, its limits and its files. */
final class ProjectKeys {

    private static final int ANY = Integer.MAX_VALUE;
    private static final String NO_OTEL = "traces are not exported in this version";

    private ProjectKeys() {}

    static List<ConfigKey> project() {
        return List.of(
                text("project.name", "project", "Name of the project, told to planner and agents"),
                text("project.branch_prefix", "af", "Branches are `<prefix>/goal-<run>` and `<prefix>/task-<n>`"),
                text("modules[].name", null, "Unique name; `root` and `*` always mean the whole project")
                        .required(),
                text("modules[].path", null, "Folder inside the project").required(),
                text("modules[].status_md", "STATUS.md", "Status file below `path`; the planner reads it"),
                text("modules[].claude_md", "CLAUDE.md", "Agent instructions below `path`")
                        .unused("agents find their instructions by themselves"),
                text(
                        "modules[].repo",
                        "",
                        "`owner/name`: told to the planner, and where gate `ci_check` looks for runs"),
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
                        ConfigKeys.PROVIDERS,
                        "The agent that does the module's tasks, where it is not that of `generator.provider`"),
                text("modules[].agent.model", null, "Model for the module's tasks"),
                text("modules[].agent.effort", null, "How hard the agent thinks about them"),
                text(
                        "modules[].agent.permission_mode",
                        null,
                        "Handed to it, where it is not `generator.permission_mode`"));
    }

    static List<ConfigKey> safety() {
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

    static List<ConfigKey> workspaceAndDelivery() {
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

    static List<ConfigKey> files() {
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

    static List<ConfigKey> outside() {
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
}
