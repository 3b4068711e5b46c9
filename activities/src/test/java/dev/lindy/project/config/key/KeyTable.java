package dev.lindy.project.config.key;

import java.util.ArrayList;
import java.util.List;

/** The keys as a Markdown table, for the reference page. */
final class KeyTable {

    private KeyTable() {}

    /** One row for each key, heading first. */
    static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("| key | value | default | meaning |", "|---|---|---|---|"));
        for (ConfigKey key : ConfigKeys.list()) {
            String unused = key.isLive() ? "" : "; **has no effect**: " + key.unused();
            lines.add("| `%s` | %s | %s | %s |"
                    .formatted(key.path(), key.type().inWords(), key.fallbackWords(), key.meaning() + unused));
        }
        return lines;
    }
}
