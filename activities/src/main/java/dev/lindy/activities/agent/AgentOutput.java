package dev.lindy.activities.agent;

import dev.lindy.process.ProgramEnd;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a program left for its agent to read.
 *
 * @param resumedSession conversation that was to be continued, or null
 * @param wantsStructure whether a structured answer was asked for
 */
public record AgentOutput(
        Path stdout,
        Path stderr,
        ProgramEnd end,
        @Nullable String newSession,
        @Nullable String resumedSession,
        boolean wantsStructure) {}
