package dev.lindy.activities.git;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The environment of every git call: the caller's without what would lead git to another repository. */
final class GitEnvironment {

    private static final Set<String> KEPT = Set.of(
            "GIT_ASKPASS",
            "GIT_AUTHOR_EMAIL",
            "GIT_AUTHOR_NAME",
            "GIT_CEILING_DIRECTORIES",
            "GIT_COMMITTER_EMAIL",
            "GIT_COMMITTER_NAME",
            "GIT_CONFIG_COUNT",
            "GIT_CONFIG_GLOBAL",
            "GIT_CONFIG_NOSYSTEM",
            "GIT_CONFIG_SYSTEM",
            "GIT_DISCOVERY_ACROSS_FILESYSTEM",
            "GIT_EXEC_PATH",
            "GIT_PROXY_COMMAND",
            "GIT_SSH",
            "GIT_SSH_COMMAND",
            "GIT_SSH_VARIANT");

    private static final List<String> KEPT_FAMILIES = List.of("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_SSL_");

    private GitEnvironment() {}

    static Map<String, String> cleaned(Map<String, String> caller) {
        Map<String, String> cleaned = new LinkedHashMap<>();
        caller.forEach((name, value) -> {
            if (isHarmless(name)) {
                cleaned.put(name, value);
            }
        });
        cleaned.put("LC_ALL", "C");
        cleaned.put("GIT_OPTIONAL_LOCKS", "0");
        cleaned.put("GIT_TERMINAL_PROMPT", "0");
        cleaned.put("GIT_EDITOR", "true");
        cleaned.put("GIT_MERGE_AUTOEDIT", "no");
        cleaned.put("GIT_PAGER", "cat");
        return cleaned;
    }

    private static boolean isHarmless(String name) {
        return !name.startsWith("GIT_")
                || KEPT.contains(name)
                || KEPT_FAMILIES.stream().anyMatch(name::startsWith);
    }
}
