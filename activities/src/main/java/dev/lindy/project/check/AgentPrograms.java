package dev.lindy.project.check;

import java.util.Map;
import java.util.Optional;

/** Programs that agents of the config are started with. */
public final class AgentPrograms {

    private static final Map<String, String> BY_PROVIDER = Map.of(
            "claude_cli", "claude",
            "codex_cli", "codex",
            "gemini_cli", "gemini",
            "opencode_cli", "opencode");

    private AgentPrograms() {}

    /** The program's name in PATH; empty for agents without one of their own. */
    public static Optional<String> of(String provider) {
        return Optional.ofNullable(BY_PROVIDER.get(provider));
    }
}
