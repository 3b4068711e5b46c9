package dev.lindy.project.status.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merges two orders of keys. What is in the base keeps its place; what a side added stands behind the key it stood
 * behind there. Where one side left the order alone, the other side's holds. It makes no difference which side is ours.
 */
final class OrderMerge {

    /** Stands for the place in front of all keys. */
    private static final String START = "";

    private OrderMerge() {}

    /** The keys of all three versions, also those that a side removed. */
    static List<String> of(Versions<List<String>> keys) {
        if (keys.theirs().equals(keys.base())) {
            return union(keys.ours(), keys.base());
        }
        return keys.ours().equals(keys.base()) ? union(keys.theirs(), keys.base()) : both(keys);
    }

    private static List<String> union(List<String> side, List<String> base) {
        Set<String> all = new LinkedHashSet<>(side);
        all.addAll(base);
        return List.copyOf(all);
    }

    private static List<String> both(Versions<List<String>> keys) {
        Set<String> known = new HashSet<>(keys.base());
        Map<String, List<String>> ours = added(known, keys.ours());
        Map<String, List<String>> theirs = added(known, keys.theirs());
        Set<String> merged = new LinkedHashSet<>();
        place(START, ours, theirs, merged);
        for (String key : keys.base()) {
            merged.add(key);
            place(key, ours, theirs, merged);
        }
        return List.copyOf(merged);
    }

    private static Map<String, List<String>> added(Set<String> known, List<String> side) {
        Map<String, List<String>> added = new HashMap<>();
        String anchor = START;
        for (String key : side) {
            if (known.contains(key)) {
                anchor = key;
            } else {
                added.computeIfAbsent(anchor, at -> new ArrayList<>()).add(key);
            }
        }
        return added;
    }

    private static void place(
            String anchor, Map<String, List<String>> ours, Map<String, List<String>> theirs, Set<String> merged) {
        List<String> one = ours.getOrDefault(anchor, List.of());
        List<String> other = theirs.getOrDefault(anchor, List.of());
        boolean isFirst = String.join("\n", one).compareTo(String.join("\n", other)) <= 0;
        merged.addAll(isFirst ? one : other);
        merged.addAll(isFirst ? other : one);
    }
}
