package dev.lindy.worker;

import java.time.Duration;

/**
 * What a test wants to be run.
 *
 * @param kind {@code program}, {@code block}, {@code hang} or {@code wait}
 * @param folder where it runs
 */
public record ScriptRequest(
        String kind, String key, String script, String folder, String hostQueue, Duration heartbeat) {}
