package dev.lindy.project.config;

import org.jspecify.annotations.Nullable;

/**
 * What one place of the config says about an agent; null where it says nothing.
 *
 * @param model as the provider names it
 * @param effort how hard to think, as the provider names it
 */
public record AgentSettings(
        @Nullable String provider,
        @Nullable String model,
        @Nullable String effort,
        @Nullable String permissionMode) {

    public static final AgentSettings NONE = new AgentSettings(null, null, null, null);
}
