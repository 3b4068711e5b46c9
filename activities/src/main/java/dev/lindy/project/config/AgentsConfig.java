package dev.lindy.project.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code agents}: what holds for every agent, whichever its role.
 *
 * @param environment names of variables of the caller that agents get besides the usual ones
 * @param sandboxed whether agents run where they can hurt nothing, so that {@code bypassPermissions} is
 *     allowed as root; default false
 * @param maxBudgetUsdPerAttempt handed to agents that can keep to it, or null for no limit
 * @param maxTurns handed to agents that can keep to it, or null for no limit
 * @param command command line of the agent {@code command}: program and arguments, no shell; default empty
 */
public record AgentsConfig(
        List<String> environment,
        boolean sandboxed,
        @Nullable Double maxBudgetUsdPerAttempt,
        @Nullable Integer maxTurns,
        List<String> command) {

    public AgentsConfig {
        environment = List.copyOf(environment);
        command = List.copyOf(command);
    }

    public static AgentsConfig defaults() {
        return new AgentsConfig(List.of(), false, null, null, List.of());
    }
}
