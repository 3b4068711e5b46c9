package dev.lindy.project.config;

import dev.lindy.plan.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which agent does what: the task's own word counts before its module's, that before the role's, that before the
 * dispatcher's. Roles that only read have the read-only permission mode, whatever is written.
 */
public final class AgentChoices {

    private static final String READ_ONLY = "plan";

    private final ProjectConfig config;

    public AgentChoices(ProjectConfig config) {
        this.config = config;
    }

    public AgentChoice planner() {
        PlannerConfig planner = config.planner();
        return new AgentChoice(planner.provider(), planner.cliModel(), planner.effort(), READ_ONLY);
    }

    public AgentChoice evaluator() {
        ProjectConfig.Evaluator evaluator = config.evaluator();
        return new AgentChoice(evaluator.provider(), evaluator.model(), evaluator.effort(), READ_ONLY);
    }

    /**
     * Who does an attempt of a task.
     *
     * @param attempt from 1; later ones may have a stronger model
     */
    public AgentChoice worker(Task task, int attempt) {
        GeneratorConfig generator = config.generator();
        AgentChoice role = new AgentChoice(
                generator.provider(), model(generator, attempt), generator.effort(), generator.permissionMode());
        return role.with(config.module(task.module())
                        .map(ModuleConfig::agentSettings)
                        .orElse(AgentSettings.NONE))
                .with(of(task));
    }

    /** Who does an attempt that resolves a conflict: the worker, but for what {@code resolver} says. */
    public AgentChoice resolver(Task task, int attempt) {
        AgentSettings resolver = config.resolver();
        AgentChoice worker = worker(task, attempt);
        return resolver == null ? worker : worker.with(resolver);
    }

    /** Who takes over from a choice that cannot work, in order; empty without the config's consent. */
    public List<AgentChoice> failover(AgentChoice first) {
        List<AgentChoice> next = new ArrayList<>();
        for (String entry : config.generator().failover()) {
            Failover other = Failover.of(entry);
            if (!other.provider().equals(first.provider())) {
                next.add(new AgentChoice(other.provider(), other.model(), null, first.permissionMode()));
            }
        }
        return List.copyOf(next);
    }

    /** Every provider that a run of this config may start. */
    public Set<String> providers() {
        Set<String> names = new LinkedHashSet<>();
        names.add(config.generator().provider());
        if (!config.planner().isApi()) {
            names.add(config.planner().provider());
        }
        if (config.evaluator().always()) {
            names.add(config.evaluator().provider());
        }
        config.modules().forEach(module -> add(names, module.agentSettings()));
        AgentSettings resolver = config.resolver();
        add(names, resolver == null ? AgentSettings.NONE : resolver);
        config.generator()
                .failover()
                .forEach(entry -> names.add(Failover.of(entry).provider()));
        return names;
    }

    /** The provider of an entry of {@code generator.failover}. */
    public static String providerOf(String entry) {
        return Failover.of(entry).provider();
    }

    private static void add(Set<String> names, AgentSettings settings) {
        if (settings.provider() != null) {
            names.add(settings.provider());
        }
    }

    private static @Nullable String model(GeneratorConfig generator, int attempt) {
        List<String> models = generator.attempts();
        return models.isEmpty() ? generator.model() : models.get(Math.min(Math.max(attempt, 1), models.size()) - 1);
    }

    private static AgentSettings of(Task task) {
        return task.agent() == null
                ? AgentSettings.NONE
                : new AgentSettings(
                        task.agent().provider(),
                        task.agent().model(),
                        task.agent().effort(),
                        null);
    }

    /** An entry of {@code generator.failover}: a provider, or provider and model with a slash between them. */
    record Failover(String provider, @Nullable String model) {

        static Failover of(String entry) {
            int slash = entry.indexOf('/');
            return slash < 0
                    ? new Failover(entry, null)
                    : new Failover(entry.substring(0, slash), entry.substring(slash + 1));
        }
    }
}
