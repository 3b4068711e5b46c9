package dev.lindy.project.config.key;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.plan.TaskAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every key of the project config: those of lindy-orchestrator 0.6.0 and 0.15.4 and ours, in the order of the
 * documentation. The loader, the JSON schema and the reference page are tested against this list.
 */
public final class ConfigKeys {

    /** Agents that a config may name. */
    public static final List<String> PROVIDERS = TaskAgent.PROVIDERS;

    private static final List<ConfigKey> ALL = all();

    private ConfigKeys() {}

    /** All keys, in the order of the documentation. */
    public static List<ConfigKey> list() {
        return ALL;
    }

    /** The key that stands at this place of a file, aliases and shorthands included. */
    public static Optional<ConfigKey> at(JsonPointer place) {
        List<String> parts = new ArrayList<>();
        for (JsonPointer rest = place; !rest.matches(); rest = rest.tail()) {
            parts.add(rest.getMatchingIndex() >= 0 ? "[]" : rest.getMatchingProperty());
        }
        return ALL.stream().filter(key -> fits(key.parts(), parts)).findFirst();
    }

    private static boolean fits(List<String> key, List<String> place) {
        if (key.size() != place.size()) {
            return false;
        }
        for (int i = 0; i < key.size(); i++) {
            if (!key.get(i).equals(place.get(i)) && !isStandIn(key.get(i), i, place)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name in the key stands for another name in the file. */
    private static boolean isStandIn(String name, int depth, List<String> place) {
        boolean inGates = depth == 1 && place.get(0).equals("qa_gates");
        return name.equals("<module>")
                || (inGates && name.equals("structural") && place.get(1).equals("structural_check"))
                || (inGates
                        && name.equals("custom")
                        && place.size() > 2
                        && place.get(2).equals("[]"));
    }

    private static List<ConfigKey> all() {
        List<ConfigKey> keys = new ArrayList<>();
        keys.addAll(ProjectKeys.project());
        keys.addAll(RoleKeys.dispatcher());
        keys.addAll(RoleKeys.generator());
        keys.addAll(RoleKeys.planner());
        keys.addAll(RoleKeys.evaluator());
        keys.addAll(RoleKeys.agents());
        keys.addAll(GateKeys.gates());
        keys.addAll(ProjectKeys.safety());
        keys.addAll(ProjectKeys.workspaceAndDelivery());
        keys.addAll(ProjectKeys.files());
        keys.addAll(ProjectKeys.outside());
        return List.copyOf(keys);
    }
}
