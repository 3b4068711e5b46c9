package dev.lindy.project.config;

import dev.lindy.document.SourceDocument;
import dev.lindy.policy.RunPolicy;
import dev.lindy.project.config.DispatcherConfig.StallEscalation;
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
import dev.lindy.project.config.key.ConfigKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns one parsed file into a config, section by section. */
final class ConfigReader {
    private static final int ANY = Integer.MAX_VALUE;

    private final Section root;
    private final ProjectPaths paths;
    private final ProjectConfig defaults = ProjectConfig.defaults();

    private ConfigReader(Section root, ProjectPaths paths) {
        this.root = root;
        this.paths = paths;
    }

    static ProjectConfig read(SourceDocument document, Findings findings, @Nullable Path projectRoot) {
        document.duplicates()
                .forEach(duplicate -> findings.warning(duplicate.position(), duplicate.message(), duplicate.hint()));
        ProjectConfig config =
                new ConfigReader(Section.root(document, findings), new ProjectPaths(projectRoot)).config();
        UnusedKeys.warn(findings);
        return config;
    }

    private ProjectConfig config() {
        Project project = project();
        List<ModuleConfig> modules = ModulesReader.read(root);
        List<String> names = modules.stream().map(ModuleConfig::name).toList();
        DispatcherConfig dispatcher = dispatcher();
        PlannerConfig planner = planner(dispatcher);
        ProjectConfig config = new ProjectConfig(
                project,
                modules,
                planner,
                generator(dispatcher),
                AgentSettingsReader.read(root.section("resolver")),
                evaluator(planner),
                dispatcher,
                agents(),
                new GatesReader(root.section("qa_gates"), modules, paths).read(),
                safety(names),
                logging(),
                mailbox(),
                tracker(),
                workspace(),
                delivery(),
                hooks(),
                observability(),
                otel());
        root.end();
        return config;
    }

    private Project project() {
        Section section = root.section("project");
        String name = section.text("name", defaults.project().name());
        if (name.isBlank()) {
            name = defaults.project().name();
            section.warning("name", "is empty; `" + name + "` is used", "give the project a name");
        }
        String prefix = section.text("branch_prefix", defaults.project().branchPrefix());
        if (!BranchPrefix.isValid(prefix)) {
            section.problem(
                    "branch_prefix",
                    "cannot start a branch name: `" + prefix + "`",
                    "use letters, digits and `-`, for instance `af`");
        }
        section.end();
        return new Project(name, prefix);
    }

    private DispatcherConfig dispatcher() {
        Section section = root.section("dispatcher");
        DispatcherConfig base = defaults.dispatcher();
        Section escalation = section.section("stall_escalation");
        StallEscalation stall = new StallEscalation(
                escalation.seconds("warn_after_seconds", base.stallEscalation().warnAfter()),
                escalation.seconds("kill_after_seconds", base.stallEscalation().killAfter()));
        escalation.end();
        warnIfShort(escalation, "warn_after_seconds", stall.warnAfter(), GeneratorConfig.LEAST_STALL_WARNING);
        warnIfShort(escalation, "kill_after_seconds", stall.killAfter(), GeneratorConfig.LEAST_STALL_TIMEOUT);
        DispatcherConfig dispatcher = new DispatcherConfig(
                section.oneOf("provider", base.provider(), ConfigKeys.PROVIDERS),
                section.seconds("timeout_seconds", base.timeout()),
                section.seconds("stall_timeout_seconds", base.stallTimeout()),
                stall,
                section.text("permission_mode", base.permissionMode()),
                section.count("max_output_chars", base.maxOutputChars(), 1, ANY),
                section.text("prompt_template", ""));
        section.end();
        return dispatcher;
    }

    private static void warnIfShort(Section section, String key, Duration value, Duration least) {
        if (section.has(key) && value.compareTo(least) < 0) {
            section.warning(key, "is raised to " + least.toSeconds(), "agents may think for minutes without a word");
        }
    }

    // the old roles: the dispatcher did the tasks and the planning, and its kill time won over its stall time-out
    private GeneratorConfig generator(DispatcherConfig dispatcher) {
        boolean escalates =
                root.section("dispatcher").section("stall_escalation").has("kill_after_seconds");
        Duration oldStall = escalates ? dispatcher.stallEscalation().killAfter() : dispatcher.stallTimeout();
        GeneratorConfig base = GeneratorConfig.from(dispatcher, oldStall);
        Section section = root.section("generator");
        GeneratorConfig generator = new GeneratorConfig(
                section.oneOf("provider", base.provider(), ConfigKeys.PROVIDERS),
                section.seconds("timeout_seconds", base.timeout()),
                base.stallWarning(),
                section.seconds("stall_timeout", base.stallTimeout()),
                section.text("permission_mode", base.permissionMode()),
                section.count("max_output_chars", base.maxOutputChars(), 1, ANY),
                section.text("prompt_prefix", ""),
                section.nullableText("model").orElse(null),
                section.nullableText("effort").orElse(null),
                section.texts("attempts", List.of()),
                AgentSettingsReader.failover(section));
        section.end();
        return generator;
    }

    private PlannerConfig planner(DispatcherConfig dispatcher) {
        Section section = root.section("planner");
        PlannerConfig base = defaults.planner();
        PlannerConfig planner = new PlannerConfig(
                section.oneOf("mode", base.mode(), List.of("cli", "api")),
                section.oneOf("provider", dispatcher.provider(), ConfigKeys.PROVIDERS),
                section.text("model", base.model()),
                section.count("max_tokens", base.maxTokens(), 1, ANY),
                section.seconds("timeout_seconds", dispatcher.timeout()),
                section.nullableText("prompt_template").orElse(null),
                section.text("prompt", ""),
                section.oneOf("approval", base.approval(), List.of("never", "always")),
                section.has("model") ? section.text("model", base.model()) : null,
                section.nullableText("effort").orElse(null));
        section.end();
        return planner;
    }

    private Evaluator evaluator(PlannerConfig planner) {
        Section section = root.section("evaluator");
        Evaluator evaluator = new Evaluator(
                section.oneOf("provider", planner.provider(), ConfigKeys.PROVIDERS),
                section.seconds("timeout_seconds", defaults.evaluator().timeout()),
                section.count("pass_threshold", defaults.evaluator().passThreshold(), 0, 100),
                section.text("prompt_prefix", ""),
                section.nullableText("model").orElse(null),
                section.nullableText("effort").orElse(null),
                !section.keys().isEmpty());
        section.end();
        return evaluator;
    }

    private AgentsConfig agents() {
        Section section = root.section("agents");
        AgentsConfig agents = new AgentsConfig(
                VariableNames.read(section, "environment"),
                section.flag("sandboxed", false),
                section.positive("max_budget_usd_per_attempt"),
                nullableTurns(section),
                section.texts("command", List.of()));
        section.end();
        return agents;
    }

    private static @Nullable Integer nullableTurns(Section section) {
        return section.nullableCount("max_turns", 1, ANY).orElse(null);
    }

    private Safety safety(List<String> modules) {
        Section section = root.section("safety");
        Safety base = defaults.safety();
        Safety safety = new Safety(
                section.flag("dry_run", base.dryRun()),
                section.count("max_retries_per_task", base.maxRetriesPerTask(), 0, 100),
                section.count("max_parallel", base.maxParallel(), 1, RunPolicy.MAX_PARALLEL),
                concurrency(section.section("module_concurrency"), modules),
                section.count("max_interruptions", base.maxInterruptions(), 0, 100),
                section.count("max_parallel_gates", base.maxParallelGates(), 1, RunPolicy.MAX_PARALLEL),
                section.oneOf("plan_commands", base.planCommands(), Safety.PLAN_COMMANDS));
        section.end();
        return safety;
    }

    private static Map<String, Integer> concurrency(Section section, List<String> modules) {
        Map<String, Integer> limits = new TreeMap<>();
        for (String module : section.keys()) {
            section.nullableCount(module, 1, RunPolicy.MAX_PARALLEL).ifPresent(limit -> limits.put(module, limit));
            if (!modules.contains(module) && !ModuleConfig.isReserved(module)) {
                section.problem(module, "names no module", ModulesReader.hint(module, modules));
            }
        }
        return limits;
    }

    private Logging logging() {
        Section section = root.section("logging");
        Logging base = defaults.logging();
        Logging logging = new Logging(
                paths.inside(section, "dir", base.dir()),
                paths.inside(section, "log_file", base.logFile()),
                paths.inside(section, "session_dir", base.sessionDir()));
        section.end();
        return logging;
    }

    private Mailbox mailbox() {
        Section section = root.section("mailbox");
        Mailbox base = defaults.mailbox();
        Mailbox mailbox = new Mailbox(
                section.flag("enabled", base.enabled()),
                paths.inside(section, "dir", base.dir()),
                section.flag("inject_on_dispatch", base.injectOnDispatch()));
        section.end();
        return mailbox;
    }

    private Tracker tracker() {
        Section section = root.section("tracker");
        Tracker base = defaults.tracker();
        Tracker tracker = new Tracker(
                section.flag("enabled", base.enabled()),
                section.text("provider", base.provider()),
                section.text("repo", base.repo()),
                section.texts("labels", base.labels()),
                section.flag("sync_on_complete", base.syncOnComplete()));
        section.end();
        return tracker;
    }

    private Workspace workspace() {
        Section section = root.section("workspace");
        Workspace workspace = new Workspace(
                ProjectPaths.read(section, "copy"),
                ProjectPaths.read(section, "link"),
                section.flag("commit_leftovers", true));
        section.end();
        return workspace;
    }

    private Delivery delivery() {
        Section section = root.section("delivery");
        Delivery delivery =
                new Delivery(section.oneOf("mode", defaults.delivery().mode(), List.of("branch", "merge", "pr")));
        section.end();
        return delivery;
    }

    private LifecycleHooks hooks() {
        Section section = root.section("lifecycle_hooks");
        LifecycleHooks hooks = new LifecycleHooks(
                section.text("after_create", ""),
                section.text("before_run", ""),
                section.text("after_run", ""),
                section.text("before_remove", ""),
                section.seconds("timeout", defaults.lifecycleHooks().timeout()));
        section.end();
        return hooks;
    }

    private Observability observability() {
        Section section = root.section("observability");
        Observability base = defaults.observability();
        Observability observability = new Observability(
                section.count("level", base.level(), 0, 3),
                section.count("retention_days", base.retentionDays(), 0, ANY));
        section.end();
        return observability;
    }

    private Otel otel() {
        Section section = root.section("otel");
        Otel base = defaults.otel();
        Otel otel = new Otel(
                section.flag("enabled", base.enabled()),
                section.text("exporter", base.exporter()),
                section.text("endpoint", base.endpoint()),
                section.text("service_name", base.serviceName()));
        section.end();
        return otel;
    }
}
