package dev.lindy.project.github;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a GitHub answered.
 *
 * @param headers by lower-case name
 */
record GhReply(int status, Map<String, String> headers, String body) {

    GhReply {
        headers = Map.copyOf(headers);
    }

    /** Reads what {@code gh api --include} prints; empty where no answer came. */
    static Optional<GhReply> parse(String printed) {
        int end = printed.indexOf('\n');
        String[] start = (end < 0 ? printed : printed.substring(0, end)).strip().split(" ", 3);
        if (start.length < 2 || !start[0].startsWith("HTTP/") || !start[1].matches("\\d{3}")) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>();
        while (end >= 0) {
            int next = printed.indexOf('\n', end + 1);
            String line = (next < 0 ? printed.substring(end + 1) : printed.substring(end + 1, next)).strip();
            int colon = line.indexOf(':');
            end = next;
            if (colon < 0) {
                break;
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(new GhReply(Integer.parseInt(start[1]), headers, end < 0 ? "" : printed.substring(end + 1)));
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<Long> number(String header) {
        String value = headers.getOrDefault(header, "");
        return value.matches("\\d{1,12}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }
}
