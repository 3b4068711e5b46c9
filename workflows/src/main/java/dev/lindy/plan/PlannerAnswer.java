package dev.lindy.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.document.DocumentReader;
import dev.lindy.document.DocumentReading;
import dev.lindy.document.SourceDocument;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plan in what a planner said: the last JSON object with tasks, whatever prose and braces stand around it.
 * The work is bounded: at most 32 million characters are looked at.
 */
final class PlannerAnswer {
    private static final String HINT = "answer with one JSON object that holds `tasks`, and nothing else";

    private final String text;
    private long budget = 32L * 1024 * 1024;
    private @Nullable SourceDocument found;
    private @Nullable SourceDocument withoutTasks;
    private int problemWeight;
    private PlanProblem problem = new PlanProblem("the answer holds no JSON object", 0, 0, HINT);

    private PlannerAnswer(String text) {
        this.text = text;
    }

    /** The object, or why there is none: exactly one of the two is there. */
    record Found(@Nullable SourceDocument source, @Nullable PlanProblem problem) {}

    static Found in(String text) {
        PlannerAnswer answer = new PlannerAnswer(text);
        answer.scan();
        SourceDocument source = answer.found == null ? answer.withoutTasks : answer.found;
        return source == null ? new Found(null, answer.problem) : new Found(source, null);
    }

    private void scan() {
        int start = text.indexOf('{');
        while (start >= 0 && budget > 0) {
            int end = end(start);
            start = text.indexOf('{', end > 0 && isPlan(text.substring(start, end)) ? end : start + 1);
        }
    }

    private boolean isPlan(String candidate) {
        DocumentReading reading = DocumentReader.read(candidate, "answer.json");
        if (reading.document() != null) {
            boolean isPlan = keep(reading.document().root());
            if (!isPlan) {
                note(1, "the JSON of the answer holds no `tasks`");
            }
            return isPlan;
        }
        String reason = reading.problem() == null ? "" : reading.problem().message();
        note(2 + candidate.length(), "the JSON of the answer is broken: " + reason);
        return false;
    }

    // the longest broken object tells most, a part of a cut one least
    private void note(int weight, String message) {
        if (weight > problemWeight) {
            problemWeight = weight;
            problem = new PlanProblem(message, 0, 0, HINT);
        }
    }

    // an empty list of tasks is kept only where there is nothing better; an object without one is looked into
    private boolean keep(JsonNode root) {
        if (!root.has("tasks")) {
            return false;
        }
        SourceDocument source = SourceDocument.withoutText(root);
        if (root.path("tasks").isArray() && !root.path("tasks").isEmpty()) {
            found = source;
        } else {
            withoutTasks = source;
        }
        return true;
    }

    /** Just behind the brace that closes the one at the start, or -1. */
    private int end(int start) {
        int depth = 0;
        boolean inText = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            budget--;
            if (inText && c == '\\') {
                i++;
            } else if (c == '"') {
                inText = !inText;
            } else if (!inText && c == '{') {
                depth++;
            } else if (!inText && c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        note(2, "the JSON of the answer is cut off");
        return -1;
    }
}
