package dev.lindy.state;

import dev.lindy.run.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the command that started a run knew of it, so that later commands find its engine and project.
 *
 * @param projectRoot absolute path of the folder that holds the project config
 * @param goal the whole goal
 * @param engineKind {@code managed}, {@code compose} or {@code external}
 * @param engineId names the folder of the engine's records
 * @param address host and port of the Temporal server
 * @param ui address of the Web UI, or null where none is known
 * @param planOnly whether only a plan was wanted
 */
public record RunStart(
        RunId run,
        String workflowId,
        String projectRoot,
        String goal,
        String engineKind,
        String engineId,
        String address,
        String namespace,
        @Nullable String ui,
        Instant startedAt,
        boolean planOnly) {}
