package dev.lindy.project.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lindy.policy.AttemptPolicy;
import dev.lindy.policy.RunPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a project config says, with defaults filled in; every key of the original's versions 0.6.0
 * and 0.15.4 and ours. Where the versions' defaults differ, 0.6.0 counts. A run freezes it as JSON.
 *
 * @param generator the role that does the tasks; {@code dispatcher} supplies what it does not say
 * @param resolver who resolves conflicts, where it is not the generator, or null
 * @param evaluator the role that judges by reading
 * @param dispatcher the old name of the agent role, as written
 */
public record ProjectConfig(
        Project project,
        List<ModuleConfig> modules,
        PlannerConfig planner,
        GeneratorConfig generator,
        @Nullable AgentSettings resolver,
        Evaluator evaluator,
        DispatcherConfig dispatcher,
        AgentsConfig agents,
        GatesConfig gates,
        Safety safety,
        Logging logging,
        Mailbox mailbox,
        Tracker tracker,
        Workspace workspace,
        Delivery delivery,
        LifecycleHooks lifecycleHooks,
        Observability observability,
        Otel otel) {

    public ProjectConfig {
        modules = List.copyOf(modules);
    }

    /** What an empty file means. */
    public static ProjectConfig defaults() {
        return new ProjectConfig(
                new Project("project", "af"),
                List.of(),
                PlannerConfig.defaults(),
                GeneratorConfig.defaults(),
                null,
                new Evaluator(DispatcherConfig.DEFAULT_PROVIDER, Duration.ofMinutes(5), 80, "", null, null, false),
                DispatcherConfig.defaults(),
                AgentsConfig.defaults(),
                GatesConfig.defaults(),
                Safety.defaults(),
                new Logging(".orchestrator/logs", "actions.jsonl", ".orchestrator/sessions"),
                new Mailbox(true, ".orchestrator/mailbox", true),
                new Tracker(false, "github", "", List.of("orchestrator"), true),
                new Workspace(List.of(), List.of(), true),
                new Delivery("branch"),
                LifecycleHooks.none(),
                new Observability(1, 30),
                new Otel(false, "console", "", "lindy-orchestrator"));
    }

    /** The configured module of that name; {@code root} and {@code *} are the project root itself. */
    public Optional<ModuleConfig> module(String name) {
        if (ModuleConfig.isReserved(name)) {
            return Optional.of(ModuleConfig.root(name));
        }
        return modules.stream().filter(module -> module.name().equals(name)).findFirst();
    }

    @JsonIgnore
    public List<String> moduleNames() {
        return modules.stream().map(ModuleConfig::name).toList();
    }

    /** The limits that a run of this project freezes at its start. */
    public RunPolicy runPolicy() {
        AttemptPolicy attempts = AttemptPolicy.withMaxRetries(safety.maxRetriesPerTask());
        return new RunPolicy(
                safety.maxParallel(),
                safety.moduleConcurrency(),
                planner.approval().equals("always") || Safety.ASK.equals(safety.planCommands()),
                RunPolicy.DEFAULT_MAX_PLAN_REQUESTS,
                new AttemptPolicy(
                        attempts.maxRetries(),
                        attempts.maxStallRetries(),
                        safety.maxInterruptions(),
                        attempts.maxTransientRetries(),
                        attempts.transientBackoff(),
                        attempts.maxBackoff(),
                        attempts.maxGateRuns(),
                        attempts.quotaProbe(),
                        safety.maxParallelGates()));
    }

    /**
     * {@code project}.
     *
     * @param branchPrefix first part of task branches: {@code <prefix>/task-<id>}; default {@code af}
     */
    public record Project(String name, String branchPrefix) {}

    /**
     * {@code evaluator}: the role that judges by reading, for {@code agent_check} and for scores.
     *
     * @param timeout of one score
     * @param passThreshold least score that passes, of 100
     * @param promptPrefix put before what it is told
     * @param always whether each task gets a score; else those whose plan has criteria or a prompt for it
     */
    public record Evaluator(
            String provider,
            Duration timeout,
            int passThreshold,
            String promptPrefix,
            @Nullable String model,
            @Nullable String effort,
            boolean always) {}

    /**
     * {@code safety}.
     *
     * @param maxRetriesPerTask attempts after the first; default 2
     * @param maxParallel tasks at work at a time; default 3 (0.15.4: 10), at most {@link RunPolicy#MAX_PARALLEL}
     * @param moduleConcurrency tasks at work at a time per module
     * @param maxInterruptions times an attempt that lost its process is resumed without counting; default 3
     * @param maxParallelGates gates of one attempt at work at a time; default 4
     * @param planCommands whether plans may bring commands along; default {@link #ALLOW}, which also counts for configs
     *     of runs of earlier versions
     */
    public record Safety(
            boolean dryRun,
            int maxRetriesPerTask,
            int maxParallel,
            Map<String, Integer> moduleConcurrency,
            int maxInterruptions,
            int maxParallelGates,
            String planCommands) {

        public static final String ALLOW = "allow";
        public static final String ASK = "ask";
        public static final String REFUSE = "refuse";

        /** What may become of commands that a plan brings along. */
        public static final List<String> PLAN_COMMANDS = List.of(ALLOW, ASK, REFUSE);

        public Safety {
            moduleConcurrency = Collections.unmodifiableMap(new TreeMap<>(moduleConcurrency));
        }

        /** Whether a plan may name gates of the config only. */
        @JsonIgnore
        public boolean refusesPlanCommands() {
            return REFUSE.equals(planCommands);
        }

        public static Safety defaults() {
            return new Safety(
                    false,
                    2,
                    RunPolicy.DEFAULT_MAX_PARALLEL,
                    Map.of(),
                    3,
                    AttemptPolicy.DEFAULT_MAX_PARALLEL_GATES,
                    ALLOW);
        }
    }

    /** {@code logging}; folders relative to the project root. */
    public record Logging(String dir, String logFile, String sessionDir) {}

    /** {@code mailbox}; the folder is relative to the project root. */
    public record Mailbox(boolean enabled, String dir, boolean injectOnDispatch) {}

    /**
     * {@code tracker}.
     *
     * @param repo {@code owner/name}, or empty for the repository of the current folder
     */
    public record Tracker(boolean enabled, String provider, String repo, List<String> labels, boolean syncOnComplete) {

        public Tracker {
            labels = List.copyOf(labels);
        }
    }

    /**
     * {@code workspace}: how a fresh worktree is made ready.
     *
     * @param copy paths relative to the project root that are copied into each worktree
     * @param link paths relative to the project root that each worktree links to
     * @param commitLeftovers whether files that an agent left uncommitted become a commit; default true
     */
    public record Workspace(List<String> copy, List<String> link, boolean commitLeftovers) {

        public Workspace {
            copy = List.copyOf(copy);
            link = List.copyOf(link);
        }
    }

    /**
     * {@code delivery}.
     *
     * @param mode {@code branch} (default), {@code merge} or {@code pr}
     */
    public record Delivery(String mode) {}

    /**
     * {@code observability}.
     *
     * @param level 0 none, 1 summary (default), 2 decisions, 3 transcripts
     */
    public record Observability(int level, int retentionDays) {}

    /** {@code otel}: read and kept, not used. */
    public record Otel(boolean enabled, String exporter, String endpoint, String serviceName) {}
}
