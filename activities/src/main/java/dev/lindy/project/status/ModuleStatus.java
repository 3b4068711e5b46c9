package dev.lindy.project.status;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a STATUS.md says. Words are the author's: no status, priority or health is checked; absent texts are empty.
 *
 * @param lastUpdated as written, usually {@code YYYY-MM-DD HH:MM UTC}
 * @param health upper-case, usually {@code GREEN}, {@code YELLOW} or {@code RED}; {@code GREEN} where the file does
 *     not say, {@code UNKNOWN} where it cannot be read
 * @param unreadable why the file cannot be read, or null
 */
public record ModuleStatus(
        String module,
        String lastUpdated,
        String agentSession,
        String health,
        List<WorkItem> activeWork,
        List<DoneItem> completed,
        List<String> backlog,
        List<Request> requests,
        List<Deliverable> deliverables,
        Map<String, String> keyMetrics,
        List<String> blockers,
        @Nullable String unreadable) {

    public static final String GREEN = "GREEN";
    public static final String YELLOW = "YELLOW";
    public static final String UNKNOWN = "UNKNOWN";

    public ModuleStatus {
        activeWork = List.copyOf(activeWork);
        completed = List.copyOf(completed);
        backlog = List.copyOf(backlog);
        requests = List.copyOf(requests);
        deliverables = List.copyOf(deliverables);
        keyMetrics = Collections.unmodifiableMap(new LinkedHashMap<>(keyMetrics));
        blockers = List.copyOf(blockers);
    }

    /** A status of which nothing is known but why. */
    public static ModuleStatus unreadable(String reason) {
        return new ModuleStatus(
                "", "", "", UNKNOWN, List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(),
                reason);
    }

    /** Requests whose status is {@code OPEN}, in any case. */
    public List<Request> openRequests() {
        return requests.stream()
                .filter(request -> request.status().equalsIgnoreCase("OPEN"))
                .toList();
    }

    /** A row of Active Work. */
    public record WorkItem(String id, String task, String status, String blockedBy, String started, String notes) {}

    /** A row of Completed (Recent). */
    public record DoneItem(String id, String task, String completed, String outcome) {}

    /** A row of Cross-Module Requests. */
    public record Request(String id, String from, String to, String request, String priority, String status) {}

    /** A row of Cross-Module Deliverables. */
    public record Deliverable(String id, String from, String to, String deliverable, String status, String path) {}
}
