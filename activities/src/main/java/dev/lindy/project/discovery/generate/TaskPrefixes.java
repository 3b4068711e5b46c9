package dev.lindy.project.discovery.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Short prefixes of ids, one for each module: two letters where they are free, else more. */
final class TaskPrefixes {

    private TaskPrefixes() {}

    static Map<String, String> of(List<String> modules) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        // work on several modules
        Set<String> taken = new HashSet<>(Set.of("X"));
        for (String module : modules) {
            String free =
                    candidates(module).stream().filter(taken::add).findFirst().orElse(module);
            prefixes.put(module, free);
        }
        return prefixes;
    }

    private static List<String> candidates(String module) {
        String letters = module.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        List<String> candidates = new ArrayList<>();
        String initials = initials(module);
        if (letters.length() >= 2) {
            candidates.add(letters.substring(0, 2));
        }
        if (initials.length() >= 2) {
            candidates.add(initials);
        }
        for (int end = 3; end <= letters.length(); end++) {
            candidates.add(letters.substring(0, end));
        }
        for (int i = 2; i < 1_000; i++) {
            candidates.add(letters + i);
        }
        return candidates;
    }

    private static String initials(String module) {
        StringBuilder initials = new StringBuilder();
        Arrays.stream(module.toUpperCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .forEach(word -> initials.append(word.charAt(0)));
        return initials.toString();
    }
}
