package dev.lindy.activities.git;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Who our commits are by: the user as git knows them, else {@code Lindy <lindy@localhost>}.
 *
 * @param name of the committer
 * @param environment what git must be told so that it finds a name and an address
 */
record Identity(String name, String email, Map<String, String> environment) {

    private static final String OUR_NAME = "Lindy";
    private static final String OUR_EMAIL = "lindy@localhost";

    static Identity of(Git git, Map<String, String> callerEnvironment) {
        Map<String, String> config = new LinkedHashMap<>();
        GitOutput output = git.attempt("config", "-z", "--get-regexp", "^(user|author|committer)\\.(name|email)$");
        for (String entry : output.records()) {
            int end = entry.indexOf('\n');
            if (end > 0) {
                config.put(entry.substring(0, end), entry.substring(end + 1));
            }
        }
        Map<String, String> missing = new LinkedHashMap<>();
        complete("author", "name", OUR_NAME, config, callerEnvironment, missing);
        complete("author", "email", OUR_EMAIL, config, callerEnvironment, missing);
        String name = complete("committer", "name", OUR_NAME, config, callerEnvironment, missing);
        String email = complete("committer", "email", OUR_EMAIL, config, callerEnvironment, missing);
        return new Identity(name, email, Map.copyOf(missing));
    }

    private static String complete(
            String role,
            String part,
            String ours,
            Map<String, String> config,
            Map<String, String> callerEnvironment,
            Map<String, String> missing) {
        String variable = "GIT_" + role.toUpperCase(Locale.ROOT) + "_" + part.toUpperCase(Locale.ROOT);
        String own = callerEnvironment.getOrDefault(
                variable, config.getOrDefault(role + "." + part, config.getOrDefault("user." + part, "")));
        if (own.isBlank()) {
            missing.put(variable, ours);
            return ours;
        }
        return own;
    }

    /** The form of {@code git fast-import}. */
    String line(long epochSeconds) {
        return plain(name) + " <" + plain(email) + "> " + epochSeconds + " +0000";
    }

    private static String plain(String text) {
        return text.replaceAll("[<>\\p{Cntrl}]", "").strip();
    }
}
