package dev.lindy.plan;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lindy.document.DocumentProblem;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.DocumentReading;
import dev.lindy.document.SourceDocument;
import java.util.List;
import java.util.Objects;

/**
 * Plans as text. Reads plan files of both versions of the original, in YAML or JSON, and planners' answers. Never
 * throws for what is in a text: everything wrong becomes a problem with its place.
 */
public final class PlanDocument {

    private PlanDocument() {}

    /**
     * Reads a plan file. Tasks that do not say otherwise may leave the tree unchanged; where no task has {@code
     * depends_on}, each waits for the one before it.
     */
    public static PlanReading parse(String text, String fileName) {
        DocumentReading reading = DocumentReader.read(text, fileName);
        if (reading.document() == null) {
            DocumentProblem problem = Objects.requireNonNull(reading.problem(), "no document, no problem");
            return failed(new PlanProblem(
                    problem.message(),
                    problem.position().line(),
                    problem.position().column(),
                    problem.hint()));
        }
        return PlanReader.file(reading.document());
    }

    /**
     * Reads what a planner answered, with or without prose around the JSON. Tasks that do not say otherwise must
     * change something; nothing in the answer can declare a task done. Problems have no places: the answer stands in
     * no file.
     */
    public static PlanReading fromPlanner(String goal, String answer) {
        PlannerAnswer.Found found = PlannerAnswer.in(answer);
        if (found.source() == null) {
            return failed(Objects.requireNonNull(found.problem(), "no answer, no problem"));
        }
        return PlanReader.answer(found.source(), goal);
    }

    /** The plan as the original saves it, with our fields; {@link #parse} reads an equal plan from it. */
    public static String toJson(Plan plan) {
        return PlanWriter.json(plan);
    }

    /** The same as a tree of its own, which may be changed. */
    public static ObjectNode toTree(Plan plan) {
        return PlanWriter.tree(plan);
    }

    private static PlanReading failed(PlanProblem problem) {
        return new PlanReading(
                null, List.of(problem), List.of(), List.of(), SourceDocument.withoutText(MissingNode.getInstance()));
    }
}
