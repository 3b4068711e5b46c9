package dev.lindy.activities.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The agents that can be named in the project config. */
public final class Agents {

    private final Map<String, Agent> byName = new LinkedHashMap<>();

    /** Knows these agents, each under its own name. */
    public Agents(List<Agent> agents) {
        for (Agent agent : agents) {
            if (byName.put(agent.name(), agent) != null) {
                throw new IllegalArgumentException("two agents have the same name: " + agent.name());
            }
        }
    }

    public Optional<Agent> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Names in the order of the registry. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** What is wrong with this name of an agent, in words for the user, or empty where it is known. */
    public Optional<String> problem(String name) {
        return byName.containsKey(name)
                ? Optional.empty()
                : Optional.of("agent `" + name + "` is not known; known are " + String.join(", ", byName.keySet()));
    }
}
