package dev.lindy.project.status;

import dev.lindy.project.status.ModuleStatus.Request;
import java.util.ArrayList;
import java.util.List;

/** Tells a planner how a module stands, in the original's words. */
public final class StatusSummary {
    /** Stands for a module without STATUS.md. */
    public static final String NOT_FOUND = "(STATUS.md not found)";

    private static final int MAX_METRICS = 10;

    private StatusSummary() {}

    public static String of(ModuleStatus status) {
        if (status.unreadable() != null) {
            return "Health: " + status.health() + " (STATUS.md: " + status.unreadable() + ")";
        }
        List<String> lines = new ArrayList<>();
        lines.add("Health: " + status.health());
        lines.add("Active work: " + status.activeWork().size() + " tasks");
        lines.add("Completed recently: " + status.completed().size() + " tasks");
        addRequests(lines, status.openRequests());
        if (!status.blockers().isEmpty()) {
            lines.add("BLOCKERS: ["
                    + String.join(
                            ", ",
                            status.blockers().stream()
                                    .map(StatusSummary::quoted)
                                    .toList()) + "]");
        }
        if (!status.keyMetrics().isEmpty()) {
            lines.add("Key metrics:");
            status.keyMetrics().entrySet().stream()
                    .limit(MAX_METRICS)
                    .forEach(metric -> lines.add("  - " + metric.getKey() + ": " + metric.getValue()));
        }
        return String.join("\n", lines);
    }

    private static void addRequests(List<String> lines, List<Request> open) {
        if (!open.isEmpty()) {
            lines.add("Open requests: " + open.size());
            open.forEach(request -> lines.add("  - " + request.id() + ": " + request.request()));
        }
    }

    // as Python writes texts in a list
    private static String quoted(String text) {
        String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        return quote + text.replace("\\", "\\\\").replace(quote, "'".equals(quote) ? "\\'" : quote) + quote;
    }
}
