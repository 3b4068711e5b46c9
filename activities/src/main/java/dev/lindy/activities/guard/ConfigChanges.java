package dev.lindy.activities.guard;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How two states of a config differ.
 *
 * @param guarded keys that are to be put back
 * @param told keys that people should hear of
 * @param everyday keys that may change without a word
 */
record ConfigChanges(Set<String> guarded, Set<String> told, Set<String> everyday) {

    static ConfigChanges between(Map<String, List<String>> before, Map<String, List<String>> now) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        keys.removeIf(key -> before.getOrDefault(key, List.of()).equals(now.getOrDefault(key, List.of())));
        Set<String> sections = before.keySet().stream().map(ConfigKeys::section).collect(Collectors.toSet());
        ConfigChanges changes = new ConfigChanges(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (String key : keys) {
            if (ConfigKeys.isGuarded(key, !sections.contains(ConfigKeys.section(key)))) {
                changes.guarded.add(key);
            } else {
                (ConfigKeys.isEveryday(key) ? changes.everyday : changes.told).add(key);
            }
        }
        return changes;
    }

    /** Whether the file as it was holds everything that is to stay. */
    boolean isGuardedAlone() {
        return told.isEmpty() && everyday.isEmpty();
    }
}
