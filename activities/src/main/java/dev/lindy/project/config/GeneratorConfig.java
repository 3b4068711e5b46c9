package dev.lindy.project.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code generator}: the role that does the tasks, with everything that {@code dispatcher} supplies filled in.
 *
 * @param timeout hard limit of one attempt; default 30 min
 * @param stallWarning silence after which the view says so; default and least value 5 min
 * @param stallTimeout silence after which an attempt counts as stalled; default 10 min. From {@code dispatcher}
 *     it is never taken below 10 min, as 0.6.0 promises
 * @param permissionMode handed to the agent; default {@code bypassPermissions}
 * @param maxOutputChars longest result kept, head and tail; default 50,000 (0.15.4: 200,000)
 * @param promptPrefix put before each task's prompt; default empty
 * @param model or null for the agent's own choice
 * @param effort or null for the agent's own choice
 * @param attempts models of the first, second, … attempt, the last for all that follow; default empty
 * @param failover who takes over from a provider that is used up, not there or not logged in; default empty
 */
public record GeneratorConfig(
        String provider,
        Duration timeout,
        Duration stallWarning,
        Duration stallTimeout,
        String permissionMode,
        int maxOutputChars,
        String promptPrefix,
        @Nullable String model,
        @Nullable String effort,
        List<String> attempts,
        List<String> failover) {

    public GeneratorConfig {
        attempts = List.copyOf(attempts);
        failover = List.copyOf(failover);
    }

    public static final Duration LEAST_STALL_WARNING = Duration.ofMinutes(5);
    public static final Duration LEAST_STALL_TIMEOUT = Duration.ofMinutes(10);

    public static GeneratorConfig defaults() {
        return from(DispatcherConfig.defaults(), LEAST_STALL_TIMEOUT);
    }

    /** What the dispatcher says, for a config without a generator. */
    static GeneratorConfig from(DispatcherConfig dispatcher, Duration stallTimeout) {
        return new GeneratorConfig(
                dispatcher.provider(),
                dispatcher.timeout(),
                longer(dispatcher.stallEscalation().warnAfter(), LEAST_STALL_WARNING),
                longer(stallTimeout, LEAST_STALL_TIMEOUT),
                dispatcher.permissionMode(),
                dispatcher.maxOutputChars(),
                "",
                null,
                null,
                List.of(),
                List.of());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
