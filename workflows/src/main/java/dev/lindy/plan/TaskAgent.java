package dev.lindy.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which agent a plan file wants for a task; null where it says nothing.
 *
 * @param provider as in the project config, for instance {@code codex_cli}
 * @param model as the provider names it
 * @param effort how hard to think, as the provider names it
 */
public record TaskAgent(
        @Nullable String provider,
        @Nullable String model,
        @Nullable String effort) {

    /** Agents that a plan or a config may name. */
    public static final List<String> PROVIDERS =
            List.of("claude_cli", "codex_cli", "gemini_cli", "opencode_cli", "command", "scripted");
}
