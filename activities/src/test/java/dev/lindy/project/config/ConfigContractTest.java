package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.payload.Payloads;
import dev.lindy.policy.RunPolicy;
import dev.lindy.project.config.DispatcherConfig.StallEscalation;
import dev.lindy.project.config.GatesConfig.CiCheck;
import dev.lindy.project.config.GatesConfig.CustomGate;
import dev.lindy.project.config.GatesConfig.LayerCheck;
import dev.lindy.project.config.GatesConfig.Structural;
import dev.lindy.project.config.ProjectConfig.Delivery;
import dev.lindy.project.config.ProjectConfig.Evaluator;
import dev.lindy.project.config.ProjectConfig.Logging;
import dev.lindy.project.config.ProjectConfig.Mailbox;
import dev.lindy.project.config.ProjectConfig.Observability;
import dev.lindy.project.config.ProjectConfig.Otel;
import dev.lindy.project.config.ProjectConfig.Project;
import dev.lindy.project.config.ProjectConfig.Safety;
import dev.lindy.project.config.ProjectConfig.Tracker;
import dev.lindy.project.config.ProjectConfig.Workspace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every default and every key: a change here is a change for users. */
class ConfigContractTest {

    @Test
    void hasTheseDefaults() {
        assertThat(Configs.valid(""))
                .isEqualTo(ProjectConfig.defaults())
                .isEqualTo(new ProjectConfig(
                        new Project("project", "af"),
                        List.of(),
                        new PlannerConfig(
                                "cli",
                                "claude_cli",
                                "claude-sonnet-4-20250514",
                                4096,
                                Duration.ofSeconds(1800),
                                null,
                                "",
                                "never",
                                null,
                                null),
                        new GeneratorConfig(
                                "claude_cli",
                                Duration.ofSeconds(1800),
                                Duration.ofSeconds(300),
                                Duration.ofSeconds(600),
                                "bypassPermissions",
                                50_000,
                                "",
                                null,
                                null,
                                List.of(),
                                List.of()),
                        null,
                        new Evaluator("claude_cli", Duration.ofSeconds(300), 80, "", null, null, false),
                        new DispatcherConfig(
                                "claude_cli",
                                Duration.ofSeconds(1800),
                                Duration.ofSeconds(600),
                                new StallEscalation(Duration.ofSeconds(300), Duration.ofSeconds(600)),
                                "bypassPermissions",
                                50_000,
                                ""),
                        new AgentsConfig(List.of(), false, null, null, List.of()),
                        new GatesConfig(
                                new CiCheck(Duration.ofSeconds(900), Duration.ofSeconds(30), Duration.ofSeconds(60)),
                                new Structural(500, true, List.of(".env", "*.key", "*.pem")),
                                new LayerCheck(true, "skip"),
                                List.of(),
                                1,
                                List.of()),
                        new Safety(false, 2, 3, Map.of(), 3, 4, "allow"),
                        new Logging(".orchestrator/logs", "actions.jsonl", ".orchestrator/sessions"),
                        new Mailbox(true, ".orchestrator/mailbox", true),
                        new Tracker(false, "github", "", List.of("orchestrator"), true),
                        new Workspace(List.of(), List.of(), true),
                        new Delivery("branch"),
                        new LifecycleHooks("", "", "", "", Duration.ofSeconds(60)),
                        new Observability(1, 30),
                        new Otel(false, "console", "", "lindy-orchestrator")));
    }

    @Test
    void readsEveryKey() throws IOException {
        ProjectConfig config = Configs.valid("""
                project: {name: harbor, branch_prefix: team/hb}
                modules:
                  - {name: api, path: services/api/, status_md: S.md, claude_md: C.md, repo: o/r, ci_workflow: b.yml, role: qa,
                     agent: {provider: command, model: o, effort: max, permission_mode: default}}
                planner: {mode: api, provider: scripted, model: m, max_tokens: 1, timeout_seconds: 2, prompt_template: t,
                  prompt: p, approval: always, effort: low}
                generator: {provider: codex_cli, timeout_seconds: 3, stall_timeout: 4, permission_mode: plan,
                  max_output_chars: 5, prompt_prefix: x, model: gm, effort: high, attempts: [a1, a2],
                  failover: [claude_cli, opencode_cli/p/m]}
                resolver: {provider: gemini_cli, model: rm, effort: mid, permission_mode: yolo}
                evaluator: {provider: gemini_cli, timeout_seconds: 6, pass_threshold: 7, prompt_prefix: y, model: em, effort: none}
                dispatcher: {provider: opencode_cli, timeout_seconds: 8, stall_timeout_seconds: 9,
                  stall_escalation: {warn_after_seconds: 1000, kill_after_seconds: 1100}, permission_mode: default,
                  max_output_chars: 12, prompt_template: z}
                agents: {environment: [A_1], sandboxed: true, max_budget_usd_per_attempt: 1.5, max_turns: 13,
                  command: [my-agent, '{prompt_file}']}
                qa_gates:
                  ci_check: {timeout_seconds: 14, poll_interval: 15, grace_seconds: 31}
                  structural: {max_file_lines: 16, enforce_module_boundary: false, sensitive_patterns: ['*.p12']}
                  layer_check: {enabled: false, unknown_file_policy: warn}
                  rerun_rejected: 7
                  environment: [DATABASE_URL]
                  custom:
                    - {name: unit, command: make test, cwd: ., timeout: 17, modules: [api], required: false, diff_only: true}
                    - {name: lint, command: [make, lint]}
                safety: {dry_run: true, max_retries_per_task: 18, max_parallel: 19, module_concurrency: {api: 20},
                  max_interruptions: 21, max_parallel_gates: 23, plan_commands: refuse}
                logging: {dir: l, log_file: f, session_dir: s}
                mailbox: {enabled: false, dir: d, inject_on_dispatch: false}
                tracker: {enabled: true, provider: linear, repo: o/r, labels: [a], sync_on_complete: false}
                workspace: {copy: [.env], link: [node_modules], commit_leftovers: false}
                delivery: {mode: pr}
                lifecycle_hooks: {after_create: a, before_run: b, after_run: c, before_remove: d, timeout: 22}
                observability: {level: 3, retention_days: 23}
                otel: {enabled: true, exporter: otlp, endpoint: e, service_name: n}
                """);

        assertThat(config)
                .isEqualTo(new ProjectConfig(
                        new Project("harbor", "team/hb"),
                        List.of(new ModuleConfig(
                                "api",
                                "services/api/",
                                "S.md",
                                "C.md",
                                "o/r",
                                "b.yml",
                                "qa",
                                new AgentSettings("command", "o", "max", "default"))),
                        new PlannerConfig(
                                "api", "scripted", "m", 1, Duration.ofSeconds(2), "t", "p", "always", "m", "low"),
                        new GeneratorConfig(
                                "codex_cli",
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(1000),
                                Duration.ofSeconds(4),
                                "plan",
                                5,
                                "x",
                                "gm",
                                "high",
                                List.of("a1", "a2"),
                                List.of("claude_cli", "opencode_cli/p/m")),
                        new AgentSettings("gemini_cli", "rm", "mid", "yolo"),
                        new Evaluator("gemini_cli", Duration.ofSeconds(6), 7, "y", "em", "none", true),
                        new DispatcherConfig(
                                "opencode_cli",
                                Duration.ofSeconds(8),
                                Duration.ofSeconds(9),
                                new StallEscalation(Duration.ofSeconds(1000), Duration.ofSeconds(1100)),
                                "default",
                                12,
                                "z"),
                        new AgentsConfig(List.of("A_1"), true, 1.5, 13, List.of("my-agent", "{prompt_file}")),
                        new GatesConfig(
                                new CiCheck(Duration.ofSeconds(14), Duration.ofSeconds(15), Duration.ofSeconds(31)),
                                new Structural(16, false, List.of("*.p12")),
                                new LayerCheck(false, "warn"),
                                List.of(
                                        new CustomGate(
                                                "unit",
                                                GateCommand.ofLine("make test"),
                                                ".",
                                                Duration.ofSeconds(17),
                                                List.of("api"),
                                                false,
                                                true),
                                        new CustomGate(
                                                "lint",
                                                GateCommand.ofArguments(List.of("make", "lint")),
                                                "{module_path}",
                                                Duration.ofSeconds(600),
                                                List.of(),
                                                true,
                                                false)),
                                7,
                                List.of("DATABASE_URL")),
                        new Safety(true, 18, 19, Map.of("api", 20), 21, 23, "refuse"),
                        new Logging("l", "f", "s"),
                        new Mailbox(false, "d", false),
                        new Tracker(true, "linear", "o/r", List.of("a"), false),
                        new Workspace(List.of(".env"), List.of("node_modules"), false),
                        new Delivery("pr"),
                        new LifecycleHooks("a", "b", "c", "d", Duration.ofSeconds(22)),
                        new Observability(3, 23),
                        new Otel(true, "otlp", "e", "n")));
        assertThat(Payloads.mapper().readValue(Payloads.mapper().writeValueAsString(config), ProjectConfig.class))
                .isEqualTo(config);
    }

    @Test
    void takesFromTheDispatcherWhatTheGeneratorDoesNotSay() {
        GeneratorConfig generator = Configs.valid("""
                        dispatcher: {provider: scripted, timeout_seconds: 60, stall_timeout_seconds: 900,
                          permission_mode: plan, max_output_chars: 7}
                        generator: {max_output_chars: 8}
                        """).generator();

        assertThat(generator)
                .isEqualTo(new GeneratorConfig(
                        "scripted",
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(300),
                        Duration.ofSeconds(900),
                        "plan",
                        8,
                        "",
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    @Test
    void takesThePlannersAgentAndTimeFromTheDispatcher() {
        PlannerConfig planner = Configs.valid("dispatcher: {provider: scripted, timeout_seconds: 60}")
                .planner();

        assertThat(planner.provider()).isEqualTo("scripted");
        assertThat(planner.timeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void neverStopsAQuietAgentOfTheDispatcherBeforeTenMinutes() {
        String yaml = "dispatcher:\n  stall_escalation:\n    kill_after_seconds: 60\n";

        assertThat(Configs.valid(yaml).generator().stallTimeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(Configs.warnings(yaml))
                .containsExactly("orchestrator.yaml:3:5: `dispatcher.stall_escalation.kill_after_seconds` is raised to"
                        + " 600 | agents may think for minutes without a word");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project",
                "modules",
                "planner",
                "generator",
                "dispatcher",
                "agents",
                "qa_gates",
                "safety",
                "logging",
                "mailbox",
                "tracker",
                "workspace",
                "delivery",
                "lifecycle_hooks",
                "observability",
                "otel"
            })
    void readsAnEmptySectionAsItsDefaults(String section) {
        assertThat(Configs.valid(section + ":\n  # all commented out\n")).isEqualTo(ProjectConfig.defaults());
        assertThat(Configs.warnings(section + ":\n")).isEmpty();
    }

    @Test
    void readsNullValuesAsDefaults() {
        assertThat(Configs.valid("safety: {max_parallel: null, dry_run: ~}\nqa_gates: {custom: , structural: }\n"))
                .isEqualTo(ProjectConfig.defaults());
    }

    @Test
    void coercesAsTheOriginalDid() {
        Safety safety = Configs.valid("safety: {max_parallel: '4', max_retries_per_task: 1.0, dry_run: yes}")
                .safety();

        assertThat(safety).isEqualTo(new Safety(true, 1, 4, Map.of(), 3, 4, "allow"));
        assertThat(Configs.valid("safety: {dry_run: 1}").safety().dryRun()).isTrue();
        assertThat(Configs.valid("safety: {dry_run: 'TRUE'}").safety().dryRun()).isTrue();
        assertThat(Configs.valid("mailbox: {enabled: off}").mailbox().enabled()).isFalse();
    }

    @Test
    void freezesTheLimitsOfARun() {
        RunPolicy policy = Configs.valid("""
                        modules: [{name: api, path: api}]
                        planner: {approval: always}
                        safety: {max_parallel: 5, max_retries_per_task: 0, module_concurrency: {api: 1}, max_interruptions: 9,
                          max_parallel_gates: 2}
                        """).runPolicy();

        assertThat(policy.maxParallel()).isEqualTo(5);
        assertThat(policy.moduleConcurrency()).isEqualTo(Map.of("api", 1));
        assertThat(policy.approvePlan()).isTrue();
        assertThat(policy.attempts().maxRetries()).isZero();
        assertThat(policy.attempts().maxInterruptions()).isEqualTo(9);
        assertThat(policy.attempts().maxParallelGates()).isEqualTo(2);
        assertThat(ProjectConfig.defaults().runPolicy()).isEqualTo(RunPolicy.defaults());
    }
}
