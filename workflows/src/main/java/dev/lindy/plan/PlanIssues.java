package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.document.DocumentProblem;
import dev.lindy.document.Position;
import dev.lindy.document.SourceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a plan, with its places. */
final class PlanIssues {
    private static final int MAX_TOLD = 100;

    /** In characters; names in a plan may be of any length. */
    private static final int MAX_MESSAGE = 1_000;

    private final SourceDocument source;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final Map<String, Unknown> unknown = new LinkedHashMap<>();

    /**
     * A key without a meaning.
     *
     * @param tasks how many have it
     */
    private record Unknown(Position first, String label, int tasks) {}

    PlanIssues(SourceDocument source) {
        this.source = source;
    }

    void add(JsonPointer place, String message, @Nullable String hint) {
        add(source.at(place), message, hint);
    }

    /** Like {@link #add(JsonPointer, String, String)}, at the name of the property instead of its value. */
    void addAtKey(JsonPointer place, String message, @Nullable String hint) {
        add(source.keyAt(place), message, hint);
    }

    /** A key of a task that has no effect; told once, however many tasks have it. */
    void unknown(JsonPointer place, String label, String key) {
        unknown.merge(
                key,
                new Unknown(source.keyAt(place), label, 1),
                (known, more) -> new Unknown(known.first(), known.label(), known.tasks() + 1));
    }

    /** What has no effect, in the order of the text; the plan counts nevertheless. */
    List<PlanProblem> warnings() {
        List<PlanProblem> warnings = new ArrayList<>();
        unknown.forEach((key, found) -> warnings.add(new PlanProblem(
                "%s%s: `%s` is not known and has no effect"
                        .formatted(
                                found.label(),
                                found.tasks() > 1 ? " and %d more".formatted(found.tasks() - 1) : "",
                                key),
                found.first().line(),
                found.first().column(),
                null)));
        return warnings;
    }

    void add(DocumentProblem problem) {
        add(problem.position(), problem.message(), problem.hint());
    }

    void addAll(List<PlanProblem> found) {
        problems.addAll(found);
    }

    private void add(Position position, String message, @Nullable String hint) {
        String told = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
        problems.add(new PlanProblem(told, position.line(), position.column(), hint));
    }

    int size() {
        return problems.size();
    }

    /** In the order of the text; of very many the first ones and how many there are more. */
    List<PlanProblem> sorted() {
        List<PlanProblem> sorted = problems.stream()
                .sorted(Comparator.comparingInt(PlanProblem::line).thenComparingInt(PlanProblem::column))
                .toList();
        if (sorted.size() <= MAX_TOLD) {
            return sorted;
        }
        List<PlanProblem> told = new ArrayList<>(sorted.subList(0, MAX_TOLD));
        told.add(new PlanProblem(
                "there are " + (sorted.size() - MAX_TOLD) + " more problems",
                0,
                0,
                "mend the first ones and try again"));
        return told;
    }
}
