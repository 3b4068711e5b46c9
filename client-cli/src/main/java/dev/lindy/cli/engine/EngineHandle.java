package dev.lindy.cli.engine;

import org.jspecify.annotations.Nullable;

/**
 * An engine that answered.
 *
 * @param kind {@code managed}, {@code compose} or {@code external}
 * @param id names the folder of the engine's records
 * @param ui address of the Web UI, or null where none is known
 * @param hostQueue task queue of this host
 */
public record EngineHandle(
        String kind,
        String id,
        String address,
        String namespace,
        @Nullable String ui,
        String hostQueue) {}
