package dev.lindy.project.config.key;

import static dev.lindy.project.config.key.ConfigKey.choice;
import static dev.lindy.project.config.key.ConfigKey.count;
import static dev.lindy.project.config.key.ConfigKey.flag;
import static dev.lindy.project.config.key.ConfigKey.seconds;
import static dev.lindy.project.config.key.ConfigKey.text;
import static dev.lindy.project.config.key.ConfigKey.texts;

import dev.lindy.project.config.key.ValueType.Dollars;
import java.util.List;

/** Keys of the roles that agents play, and of all agents. */
final class RoleKeys {

    private static final int ANY = Integer.MAX_VALUE;
    private static final String NEVER_USED = "no version has ever used it";
    private static final String WHOLE_RESULT = "transcripts are kept whole";

    private RoleKeys() {}

    static List<ConfigKey> dispatcher() {
        return List.of(
                choice("dispatcher.provider", "claude_cli", ConfigKeys.PROVIDERS, "The agent"),
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

    static List<ConfigKey> generator() {
        return List.of(
                choice("generator.provider", null, ConfigKeys.PROVIDERS, "The agent that does the tasks")
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
                        ConfigKeys.PROVIDERS,
                        "The agent that resolves conflicts, where it is not the task's own"),
                text("resolver.model", null, "Its model"),
                text("resolver.effort", null, "How hard it thinks"),
                text("resolver.permission_mode", null, "Handed to it, where it is not the task's own"));
    }

    static List<ConfigKey> planner() {
        return List.of(
                choice(
                        "planner.mode",
                        "cli",
                        List.of("cli", "api"),
                        "`cli` asks an agent, `api` the model itself with ANTHROPIC_API_KEY"),
                choice("planner.provider", null, ConfigKeys.PROVIDERS, "The agent that plans")
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

    static List<ConfigKey> evaluator() {
        return List.of(
                choice("evaluator.provider", null, ConfigKeys.PROVIDERS, "The agent that judges")
                        .inheriting("planner.provider"),
                seconds("evaluator.timeout_seconds", 300, "Hard limit of one score"),
                count("evaluator.pass_threshold", 80, 0, 100, "Least score that passes, of 100"),
                text("evaluator.model", null, "Its model"),
                text("evaluator.effort", null, "How hard it thinks"),
                text("evaluator.prompt_prefix", "", "Put before what it is told"));
    }

    static List<ConfigKey> agents() {
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
}
