package dev.lindy.plan;

import java.util.List;

/**
 * What an evaluator measures a task's result by. The agent that does the task never sees it.
 *
 * @param criteria what must hold, one each; {@code acceptance_criteria} of a plan
 * @param prompt what the evaluator is told besides, or empty; {@code evaluator_prompt} of a plan
 */
public record Rubric(List<String> criteria, String prompt) {

    /** A plan that says nothing of it. */
    public static final Rubric NONE = new Rubric(List.of(), "");

    public Rubric {
        criteria = List.copyOf(criteria);
    }

    public boolean isEmpty() {
        return criteria.isEmpty() && prompt.isBlank();
    }
}
