package dev.lindy.project.config;

import dev.lindy.plan.GateSpec;
import dev.lindy.plan.Task;
import dev.lindy.plan.Vocabulary;
import dev.lindy.project.config.GatesConfig.CustomGate;
import dev.lindy.project.config.ResolvedGate.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says which gates judge a task: the ones the plan names, the structural one, the one for layers where the module has
 * some, and the custom gates of the project config that cover the task's module. Unlike in the original a plan cannot get rid of the latter.
 */
public final class GateCatalog {
    public static final String COMMAND_CHECK = "command_check";
    public static final String STRUCTURAL_CHECK = "structural_check";
    public static final String LAYER_CHECK = "layer_check";
    public static final String CI_CHECK = "ci_check";
    public static final String AGENT_CHECK = "agent_check";
    /** The gate of the evaluating agent; no plan can name it. */
    public static final String EVALUATOR = "evaluator";

    private static final Duration PLANNED_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STRUCTURAL_TIMEOUT = Duration.ofMinutes(5);

    private final ProjectConfig config;
    private final Predicate<String> hasLayers;

    /** A catalog of a project whose modules have no layers. */
    public GateCatalog(ProjectConfig config) {
        this(config, module -> false);
    }

    /**
     * A catalog.
     *
     * @param hasLayers says of a module's name whether it has layers to be checked
     */
    public GateCatalog(ProjectConfig config, Predicate<String> hasLayers) {
        this.config = config;
        this.hasLayers = hasLayers;
    }

    /** Every name that a plan of this project may use. */
    public Vocabulary vocabulary() {
        Set<String> gates = new LinkedHashSet<>();
        List<String> refused = new ArrayList<>();
        if (config.safety().refusesPlanCommands()) {
            refused.add(COMMAND_CHECK);
        } else {
            gates.add(COMMAND_CHECK);
        }
        gates.add(STRUCTURAL_CHECK);
        gates.add(LAYER_CHECK);
        gates.add(CI_CHECK);
        gates.add(AGENT_CHECK);
        config.gates().custom().forEach(gate -> gates.add(gate.name()));
        refused.removeAll(gates);
        return new Vocabulary(config.moduleNames(), List.copyOf(gates), refused);
    }

    private List<ResolvedGate> withEvaluation(Task task, List<ResolvedGate> others) {
        List<ResolvedGate> gates = new ArrayList<>(others);
        if (config.evaluator().always() || !task.rubric().isEmpty()) {
            gates.add(judgment(EVALUATOR, Kind.EVALUATION, config.evaluator().timeout(), Map.of()));
        }
        return withUniqueKeys(gates);
    }

    /**
     * The gates of one task but for the evaluation.
     *
     * @throws IllegalArgumentException for a gate that is unknown or has no command; plan
     *     validation says so before
     */
    public List<ResolvedGate> resolve(String module, List<GateSpec> planned) {
        Set<CustomGate> custom = new LinkedHashSet<>();
        List<ResolvedGate> gates = new ArrayList<>();
        int commands = 0;
        for (GateSpec spec : planned) {
            Optional<CustomGate> own = custom(spec.gate(), module);
            if (own.isPresent()) {
                own.filter(custom::add).ifPresent(gate -> gates.add(resolve(gate)));
            } else {
                gates.add(builtIn(module, spec, spec.gate().equals(COMMAND_CHECK) ? ++commands : 0));
            }
        }
        if (isMissing(STRUCTURAL_CHECK, module, planned)) {
            gates.add(structural(Map.of()));
        }
        if (config.gates().layerCheck().enabled()
                && hasLayers.test(module)
                && isMissing(LAYER_CHECK, module, planned)) {
            gates.add(layers());
        }
        config.gates().custom().stream()
                .filter(gate -> gate.coversModule(module))
                .filter(custom::add)
                .forEach(gate -> gates.add(resolve(gate)));
        return withUniqueKeys(gates);
    }

    /** The gates of one task, in the order they are shown, without those that its plan may leave out and does. */
    public List<ResolvedGate> resolve(Task task) {
        return withEvaluation(task, resolve(task.module(), task.gates())).stream()
                .filter(gate -> !(mayBeSkipped(gate) && task.skips().names(gate.name())))
                .toList();
    }

    /** What the project requires stays; an evaluation comes on top of it. */
    private static boolean mayBeSkipped(ResolvedGate gate) {
        return gate.fromPlan() || !gate.required() || gate.kind() == Kind.EVALUATION;
    }

    /** Whether neither the plan names the built-in gate nor one of the config hides it. */
    private boolean isMissing(String builtIn, String module, List<GateSpec> planned) {
        return planned.stream().noneMatch(spec -> spec.gate().equals(builtIn))
                && custom(builtIn, module).isEmpty();
    }

    // two modules may have gates of the same name; the task's own module goes first
    private Optional<CustomGate> custom(String name, String module) {
        List<CustomGate> named = config.gates().custom().stream()
                .filter(gate -> gate.name().equals(name))
                .toList();
        return named.stream()
                .filter(gate -> gate.coversModule(module))
                .findFirst()
                .or(() -> named.stream().findFirst());
    }

    private static ResolvedGate resolve(CustomGate gate) {
        return new ResolvedGate(
                key(gate.name()),
                gate.name(),
                Kind.COMMAND,
                gate.command(),
                gate.cwd(),
                gate.timeout(),
                gate.required(),
                false,
                gate.diffOnly(),
                Map.of());
    }

    private ResolvedGate builtIn(String module, GateSpec spec, int number) {
        return switch (spec.gate()) {
            case COMMAND_CHECK -> command(spec.params(), number);
            case STRUCTURAL_CHECK -> structural(spec.params());
            case LAYER_CHECK -> layers();
            case CI_CHECK -> ci(module, spec.params());
            case AGENT_CHECK -> review(spec.params());
            default -> throw new IllegalArgumentException("gate must be one that can be run: " + spec.gate());
        };
    }

    private static ResolvedGate command(Map<String, Object> params, int number) {
        return new ResolvedGate(
                COMMAND_CHECK + "-" + number,
                COMMAND_CHECK,
                Kind.COMMAND,
                command(params.get("command")),
                params.get("cwd") instanceof String cwd && !cwd.isBlank() ? cwd : ".",
                timeout(params, PLANNED_TIMEOUT),
                !Boolean.FALSE.equals(params.get("required")),
                true,
                Boolean.TRUE.equals(params.get("diff_only")),
                Map.of());
    }

    private static GateCommand command(@Nullable Object command) {
        if (command instanceof String line && !line.isBlank()) {
            return GateCommand.ofLine(line);
        }
        if (command instanceof List<?> arguments && !arguments.isEmpty()) {
            return GateCommand.ofArguments(
                    arguments.stream().map(String::valueOf).toList());
        }
        throw new IllegalArgumentException("command_check must have a command: " + command);
    }

    private ResolvedGate structural(Map<String, Object> planned) {
        return new ResolvedGate(
                STRUCTURAL_CHECK,
                STRUCTURAL_CHECK,
                Kind.STRUCTURAL,
                null,
                ".",
                STRUCTURAL_TIMEOUT,
                true,
                false,
                false,
                StructuralParams.merge(config.gates().structural(), planned));
    }

    private ResolvedGate ci(String module, Map<String, Object> planned) {
        ModuleConfig own =
                config.module(module).or(() -> config.module("root")).orElseGet(() -> ModuleConfig.root("root"));
        return new ResolvedGate(
                CI_CHECK,
                CI_CHECK,
                Kind.CI,
                null,
                ".",
                CiParams.seconds(
                        planned.get("timeout_seconds"), config.gates().ciCheck().timeout()),
                true,
                true,
                false,
                CiParams.merge(config.gates().ciCheck(), own, planned));
    }

    private static ResolvedGate layers() {
        return new ResolvedGate(
                LAYER_CHECK, LAYER_CHECK, Kind.LAYERS, null, ".", STRUCTURAL_TIMEOUT, true, false, false, Map.of());
    }

    private ResolvedGate review(Map<String, Object> params) {
        return judgment(
                AGENT_CHECK, Kind.REVIEW, timeout(params, config.generator().timeout()), params);
    }

    private static ResolvedGate judgment(String name, Kind kind, Duration timeout, Map<String, Object> params) {
        return new ResolvedGate(name, name, kind, null, ".", timeout, true, true, false, params);
    }

    private static Duration timeout(Map<String, Object> params, Duration otherwise) {
        return params.get("timeout") instanceof Number seconds && seconds.longValue() > 0
                ? Duration.ofSeconds(seconds.longValue())
                : otherwise;
    }

    private static String key(String name) {
        String key = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return key.isEmpty() ? "gate" : key.substring(0, Math.min(key.length(), 60));
    }

    private static List<ResolvedGate> withUniqueKeys(List<ResolvedGate> gates) {
        Set<String> taken = new HashSet<>();
        List<ResolvedGate> unique = new ArrayList<>();
        for (ResolvedGate gate : gates) {
            String key = gate.key();
            for (int i = 2; !taken.add(key); i++) {
                key = gate.key() + "-" + i;
            }
            unique.add(gate.withKey(key));
        }
        return unique;
    }
}
