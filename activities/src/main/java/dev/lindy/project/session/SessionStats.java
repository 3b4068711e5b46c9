package dev.lindy.project.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Sums over sessions.
 *
 * @param sessions newest first
 * @param modules by name
 */
public record SessionStats(List<SessionRow> sessions, Map<String, Tally> modules) {

    public SessionStats {
        sessions = List.copyOf(sessions);
        modules = Collections.unmodifiableMap(new TreeMap<>(modules));
    }

    /**
     * One session.
     *
     * @param total its tasks; of one module where that is asked for
     * @param duration zero where it has not ended
     * @param modules of its tasks, sorted
     */
    public record SessionRow(
            String id, String goal, String status, Tally total, Duration duration, List<String> modules) {

        public SessionRow {
            modules = List.copyOf(modules);
        }
    }

    /**
     * Adds sessions up.
     *
     * @param limit most sessions, the newest, or null for all
     * @param module the only one whose tasks count, or null for all
     */
    public static SessionStats of(Collection<PastSession> sessions, @Nullable Integer limit, @Nullable String module) {
        List<SessionRow> rows = new ArrayList<>();
        Map<String, Tally> modules = new TreeMap<>();
        sessions.stream()
                .filter(session -> module == null || modules(session).contains(module))
                .sorted(Comparator.comparing(PastSession::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed())
                .limit(limit == null ? Long.MAX_VALUE : limit)
                .forEach(session -> rows.add(row(session, module, modules)));
        return new SessionStats(rows, modules);
    }

    private static SessionRow row(PastSession session, @Nullable String module, Map<String, Tally> modules) {
        Tally total = Tally.NONE;
        for (JsonNode task : session.tasks()) {
            String name = task.path("module").asText("");
            if (module == null || name.equals(module)) {
                Tally one = Tally.of(task);
                total = total.plus(one);
                modules.merge(name, one, Tally::plus);
            }
        }
        Duration duration = session.startedAt() == null || session.completedAt() == null
                ? Duration.ZERO
                : Duration.between(session.startedAt(), session.completedAt());
        return new SessionRow(
                session.id(), session.goal(), session.status(), total, duration, List.copyOf(modules(session)));
    }

    private static TreeSet<String> modules(PastSession session) {
        TreeSet<String> names = new TreeSet<>();
        session.tasks().forEach(task -> names.add(task.path("module").asText("")));
        names.remove("");
        return names;
    }

    /** All sessions together. */
    public Tally total() {
        return sessions.stream().map(SessionRow::total).reduce(Tally.NONE, Tally::plus);
    }

    /** Mean of the sessions that have ended; zero where none has. */
    public Duration meanDuration() {
        List<Duration> ended = sessions.stream()
                .map(SessionRow::duration)
                .filter(duration -> !duration.isZero())
                .toList();
        return ended.isEmpty()
                ? Duration.ZERO
                : ended.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(ended.size());
    }
}
