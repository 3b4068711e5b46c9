package dev.lindy.activities.agent;

import java.util.EnumSet;
import java.util.Set;

/** What an agent can do; declared, never assumed. What it cannot is left out of its command line without a word. */
public record AgentCapabilities(Set<Capability> all) {

    public AgentCapabilities {
        all = Set.copyOf(all);
    }

    public static AgentCapabilities of(Capability... capabilities) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(Set.of(capabilities));
        return new AgentCapabilities(all);
    }

    public boolean has(Capability capability) {
        return all.contains(capability);
    }

    public boolean resumesSessions() {
        return has(Capability.RESUME);
    }

    public boolean answersJsonSchema() {
        return has(Capability.JSON_SCHEMA);
    }
}
