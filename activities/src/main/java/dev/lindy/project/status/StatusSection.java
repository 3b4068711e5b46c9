package dev.lindy.project.status;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sections that have a meaning, in the order of a new file. */
public enum StatusSection {
    META("Meta", null, "Key", "Value"),
    ACTIVE_WORK("Active Work", null, "ID", "Task", "Status", "BlockedBy", "Started", "Notes"),
    COMPLETED("Completed (Recent)", null, "ID", "Task", "Completed", "Outcome"),
    BACKLOG("Backlog", null),
    REQUESTS("Cross-Module Requests", "Cross-Department Requests", "ID", "From", "To", "Request", "Priority", "Status"),
    DELIVERABLES(
            "Cross-Module Deliverables",
            "Cross-Department Deliverables",
            "ID",
            "From",
            "To",
            "Deliverable",
            "Status",
            "Path"),
    KEY_METRICS("Key Metrics", null, "Metric", "Value"),
    BLOCKERS("Blockers", null);

    private final String title;
    private final @Nullable String oldTitle;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    StatusSection(String title, @Nullable String oldTitle, String... columns) {
        this.title = title;
        this.oldTitle = oldTitle;
        this.columns = List.of(columns);
    }

    /** The section that a heading stands for, whatever its case and however old its name. */
    public static Optional<StatusSection> titled(String heading) {
        for (StatusSection section : values()) {
            if (section.title.equalsIgnoreCase(heading) || heading.equalsIgnoreCase(section.oldTitle)) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    public String title() {
        return title;
    }

    /** Names of the columns, the first of which tells rows apart; empty for a section of bullets. */
    public List<String> columns() {
        return columns;
    }

    public boolean isTable() {
        return !columns.isEmpty();
    }

    /** The table of this section. Modules were departments once: the old name wins where it holds something. */
    public StatusTable table(StatusOutline outline) {
        return outline.table(titleIn(outline));
    }

    /** The title under which a file holds this section, or would hold it. */
    public String titleIn(StatusOutline outline) {
        String old = oldTitle;
        if (old == null || outline.part(old).isEmpty()) {
            return title;
        }
        boolean holdsSomething = !outline.table(old).rows().isEmpty();
        return holdsSomething || outline.part(title).isEmpty() ? old : title;
    }
}
