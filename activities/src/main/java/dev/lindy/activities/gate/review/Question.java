package dev.lindy.activities.gate.review;

import dev.lindy.activities.prompt.ReviewFacts;
import dev.lindy.activities.prompt.ReviewPrompt;
import dev.lindy.plan.Task;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.project.config.ResolvedGate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked about a change, and how the answer is read. */
sealed interface Question {

    String prompt(ReviewFacts facts, Task task, boolean structured);

    /** Of the structured answer. */
    String schema();

    /**
     * The opinion in an answer, or empty where there is none that can be relied on.
     *
     * @param structured JSON text of the structured answer, or null where the agent cannot give one
     * @param text the agent's last words
     */
    Optional<Opinion> read(@Nullable String structured, String text);

    static Question of(ResolvedGate gate, ProjectConfig config) {
        return gate.kind() == ResolvedGate.Kind.EVALUATION
                ? new Score(config.evaluator().passThreshold())
                : new Review(gate.params().get("description") instanceof String what ? what : "");
    }

    /** Pass or fail, by what the plan says is to be checked. */
    record Review(String what) implements Question {

        @Override
        public String prompt(ReviewFacts facts, Task task, boolean structured) {
            String wanted = what.isBlank() ? "The change does what the task asks for, whole and right." : what;
            return ReviewPrompt.review(facts, wanted, structured);
        }

        @Override
        public String schema() {
            return ReviewPrompt.verdictSchema();
        }

        @Override
        public Optional<Opinion> read(@Nullable String structured, String text) {
            return structured == null
                    ? MarkerLines.in(text).verdict()
                    : StructuredAnswer.of(structured)
                            .flatMap(StructuredAnswer::verdict)
                            .filter(opinion -> !MarkerLines.in(text).contradicts(opinion));
        }
    }

    /**
     * A score of 100, by the task's acceptance criteria.
     *
     * @param threshold least score that passes
     */
    record Score(int threshold) implements Question {

        @Override
        public String prompt(ReviewFacts facts, Task task, boolean structured) {
            StringBuilder rubric = new StringBuilder();
            task.rubric()
                    .criteria()
                    .forEach(one -> rubric.append("- ").append(one).append('\n'));
            if (!task.rubric().prompt().isBlank()) {
                rubric.append('\n').append(task.rubric().prompt()).append('\n');
            }
            String wanted = rubric.isEmpty() ? "- The task is done, whole and right." : rubric.toString();
            return ReviewPrompt.evaluation(facts, wanted, structured);
        }

        @Override
        public String schema() {
            return ReviewPrompt.scoreSchema();
        }

        @Override
        public Optional<Opinion> read(@Nullable String structured, String text) {
            return structured == null
                    ? MarkerLines.in(text).score(threshold)
                    : StructuredAnswer.of(structured).flatMap(answer -> answer.score(threshold));
        }
    }
}
