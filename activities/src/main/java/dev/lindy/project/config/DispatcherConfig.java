package dev.lindy.project.config;

import java.time.Duration;

/**
 * {@code dispatcher}: the agent role of 0.6.0, as written. Consumers read {@link GeneratorConfig}, which takes
 * from here what it does not say itself.
 *
 * @param timeout hard limit of one attempt; default 30 min
 * @param stallTimeout default 10 min
 * @param stallEscalation wins over {@code stallTimeout} where it is written
 * @param permissionMode handed to the agent; default {@code bypassPermissions}
 * @param maxOutputChars longest result kept, head and tail; default 50,000
 * @param promptTemplate read and kept, not used by any version
 */
public record DispatcherConfig(
        String provider,
        Duration timeout,
        Duration stallTimeout,
        StallEscalation stallEscalation,
        String permissionMode,
        int maxOutputChars,
        String promptTemplate) {

    public static final String DEFAULT_PROVIDER = "claude_cli";

    public static DispatcherConfig defaults() {
        return new DispatcherConfig(
                DEFAULT_PROVIDER,
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                new StallEscalation(Duration.ofMinutes(5), Duration.ofMinutes(10)),
                "bypassPermissions",
                50_000,
                "");
    }

    /**
     * {@code dispatcher.stall_escalation}, as written.
     *
     * @param warnAfter default 5 min
     * @param killAfter default 10 min
     */
    public record StallEscalation(Duration warnAfter, Duration killAfter) {}
}
