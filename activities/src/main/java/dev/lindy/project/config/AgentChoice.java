package dev.lindy.project.config;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The agent that does one piece of work.
 *
 * @param model or null for the agent's own choice
 * @param effort or null for the agent's own choice
 */
public record AgentChoice(
        String provider, @Nullable String model, @Nullable String effort, String permissionMode) {

    /**
     * The choice where a more special place of the config has its say. Another provider takes neither model nor
     * effort along: they are names of the one before.
     */
    public AgentChoice with(AgentSettings special) {
        boolean isOther = special.provider() != null && !special.provider().equals(provider);
        return new AgentChoice(
                special.provider() == null ? provider : special.provider(),
                special.model() == null && !isOther ? model : special.model(),
                special.effort() == null && !isOther ? effort : special.effort(),
                Objects.requireNonNullElse(special.permissionMode(), permissionMode));
    }
}
