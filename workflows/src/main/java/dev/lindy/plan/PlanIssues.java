package dev.lindy.plan;

import com.fasterxml.jackson.core.JsonPointer;
import dev.lindy.document.DocumentProblem;
import dev.lindy.document.Position;
import dev.lindy.document.SourceDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a plan, with its places. */
final class PlanIssues {
    private final SourceDocument source;
    private final List<PlanProblem> problems = new ArrayList<>();

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

    void add(DocumentProblem problem) {
        add(problem.position(), problem.message(), problem.hint());
    }

    void addAll(List<PlanProblem> found) {
        problems.addAll(found);
    }

    private void add(Position position, String message, @Nullable String hint) {
        problems.add(new PlanProblem(message, position.line(), position.column(), hint));
    }

    int size() {
        return problems.size();
    }

    /** In the order of the text. */
    List<PlanProblem> sorted() {
        return problems.stream()
                .sorted(Comparator.comparingInt(PlanProblem::line).thenComparingInt(PlanProblem::column))
                .toList();
    }
}
