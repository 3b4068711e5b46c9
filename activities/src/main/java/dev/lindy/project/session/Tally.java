package dev.lindy.project.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tasks counted and added up.
 *
 * @param costUsd of attempts; planning is not in it
 * @param gates verdicts on last attempts
 * @param gatesPassed those of them that accepted
 * @param worked time from the first attempt to the end
 */
public record Tally(
        int tasks,
        int completed,
        int failed,
        int skipped,
        double costUsd,
        int gates,
        int gatesPassed,
        Duration worked) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    /** One task as a session file has it. */
    static Tally of(JsonNode task) {
        String status = task.path("status").asText("");
        int gates = 0;
        int passed = 0;
        for (JsonNode gate : task.path("qa_results")) {
            gates++;
            passed += gate.path("passed").asBoolean() ? 1 : 0;
        }
        return new Tally(
                1,
                status.equals("completed") ? 1 : 0,
                status.equals("failed") ? 1 : 0,
                status.equals("skipped") ? 1 : 0,
                task.path("cost_usd").asDouble(0),
                gates,
                passed,
                worked(task));
    }

    private static Duration worked(JsonNode task) {
        Optional<Instant> start = IsoTime.parse(task.path("started_at").asText(""));
        Optional<Instant> end = IsoTime.parse(task.path("completed_at").asText(""));
        if (start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
            return Duration.ZERO;
        }
        return Duration.between(start.get(), end.get());
    }

    Tally plus(Tally other) {
        return new Tally(
                tasks + other.tasks,
                completed + other.completed,
                failed + other.failed,
                skipped + other.skipped,
                costUsd + other.costUsd,
                gates + other.gates,
                gatesPassed + other.gatesPassed,
                worked.plus(other.worked));
    }

    /** Part of gates that accepted, 0 to 1; 0 where none judged. */
    public double gatePassRate() {
        return gates == 0 ? 0 : (double) gatesPassed / gates;
    }

    /** Part of tasks that failed, 0 to 1. */
    public double failureRate() {
        return tasks == 0 ? 0 : (double) failed / tasks;
    }

    /** Mean time of a task. */
    public Duration meanWorked() {
        return tasks == 0 ? Duration.ZERO : worked.dividedBy(tasks);
    }
}
