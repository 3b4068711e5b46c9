package dev.lindy.project.discovery.generate;

import dev.lindy.project.status.StatusTime;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;

/** A fresh STATUS.md, with every section that its readers know. */
public final class StatusDocument {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private StatusDocument() {}

    public static String render(String module, Instant at) {
        return """
                # %s Status

                ## Meta
                | Key | Value |
                |-----|-------|
                | module | %s |
                | last_updated | %s |
                | overall_health | GREEN |
                | agent_session | — |

                ## Active Work
                | ID | Task | Status | BlockedBy | Started | Notes |
                |----|------|--------|-----------|---------|-------|

                ## Completed (Recent)
                | ID | Task | Completed | Outcome |
                |----|------|-----------|---------|

                ## Backlog
                - (none)

                ## Cross-Module Requests
                | ID | From | To | Request | Priority | Status |
                |----|------|----|---------|----------|--------|

                ## Cross-Module Deliverables
                | ID | From | To | Deliverable | Status | Path |
                |----|------|----|-------------|--------|------|

                ## Key Metrics
                | Metric | Value |
                |--------|-------|

                ## Blockers
                - (none)
                """.formatted(title(module), module.replace("|", "\\|"), StatusTime.minute(at));
    }

    /** Each word with a capital, the rest of it small. */
    static String title(String module) {
        return WORD.matcher(module).replaceAll(word -> {
            String text = word.group().toLowerCase(Locale.ROOT);
            return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        });
    }
}
