package dev.lindy.engine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What detached processes get of the environment of the command that happened to start them: it must not
 * make a difference which one that was.
 */
final class DetachedEnvironment {

    private static final Set<String> SERVER = Set.of("HOME", "USER", "LOGNAME", "PATH", "LANG", "TZ", "TMPDIR");
    private static final Set<String> WORKER = Set.of(
            "SHELL",
            "JAVA_HOME",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "SSH_AUTH_SOCK");
    private static final Set<String> WORKER_PREFIXES = Set.of("LC_", "XDG_", "LINDY_", "TEMPORAL_");

    private DetachedEnvironment() {}

    /** No {@code TEMPORAL_*}: those name the server that clients want, and must not bend ours. */
    static Map<String, String> forServer(Map<String, String> environment) {
        Map<String, String> kept = new TreeMap<>(environment);
        kept.keySet().retainAll(SERVER);
        return kept;
    }

    /** Programs of the Worker get the environment that each run captured, not this one. */
    static Map<String, String> forWorker(Map<String, String> environment) {
        Map<String, String> kept = new TreeMap<>(environment);
        kept.keySet()
                .removeIf(name -> !SERVER.contains(name)
                        && !WORKER.contains(name)
                        && WORKER_PREFIXES.stream().noneMatch(name::startsWith));
        if (List.of("LC_ALL", "LC_CTYPE", "LANG").stream().noneMatch(name -> isUtf8(kept.get(name)))) {
            kept.put("LC_ALL", "C.UTF-8"); // else Java cannot open paths with umlauts
        }
        return kept;
    }

    private static boolean isUtf8(@Nullable String locale) {
        return locale != null && locale.toLowerCase(Locale.ROOT).matches(".*utf-?8.*");
    }
}
