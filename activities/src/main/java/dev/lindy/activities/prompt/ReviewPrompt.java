package dev.lindy.activities.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an agent is told that judges a change by reading it. All that comes from plans, from the repository or from
 * another agent stands in fences that it cannot leave.
 */
public final class ReviewPrompt {

    /** Most characters of the patch. */
    public static final int MAX_DIFF = 50_000;
    /** Most characters of the task's own prompt. */
    public static final int MAX_TASK = 20_000;
    /** Most characters of what is to be checked. */
    public static final int MAX_RUBRIC = 20_000;

    private static final int MAX_CHECKS = 50;
    private static final Template REVIEW = Template.load("review.md");
    private static final Template EVALUATION = Template.load("evaluation.md");

    private ReviewPrompt() {}

    /**
     * For a verdict of pass or fail.
     *
     * @param what is to be checked
     * @param structured whether the answer is an object by {@link #verdictSchema}; else it ends in marker lines
     */
    public static String review(ReviewFacts facts, String what, boolean structured) {
        Map<String, String> values = values(facts, what);
        values.put(
                "answer",
                Template.load(structured ? "review-answer.md" : "review-markers.md")
                        .text()
                        .strip());
        return REVIEW.fill(values);
    }

    /**
     * For a score of 0 to 100.
     *
     * @param rubric by what the change is measured
     * @param structured whether the answer is an object by {@link #scoreSchema}; else it ends in marker lines
     */
    public static String evaluation(ReviewFacts facts, String rubric, boolean structured) {
        Map<String, String> values = values(facts, rubric);
        values.put(
                "answer",
                Template.load(structured ? "evaluation-answer.md" : "evaluation-markers.md")
                        .text()
                        .strip());
        return EVALUATION.fill(values);
    }

    /** The JSON schema of a verdict, on one line. */
    public static String verdictSchema() {
        return oneLine("review-schema.json");
    }

    /** The JSON schema of a score, on one line. */
    public static String scoreSchema() {
        return oneLine("evaluation-schema.json");
    }

    private static String oneLine(String resource) {
        return Template.load(resource).text().replaceAll("\\n\\s*", "").strip();
    }

    private static Map<String, String> values(ReviewFacts facts, String rubric) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("prefix", facts.prefix().isBlank() ? "" : facts.prefix().strip() + "\n\n");
        values.put("facts", facts(facts));
        values.put("rubric", Fence.named("rubric", Excerpt.of(rubric.strip(), MAX_RUBRIC)));
        values.put(
                "task",
                Fence.around(
                        Excerpt.of(facts.title() + "\n\n" + facts.taskPrompt().strip(), MAX_TASK)));
        values.put("checks", checks(facts.checks()));
        values.put("diffstat", Fence.around(facts.diffstat().isBlank() ? "nothing is changed" : facts.diffstat()));
        values.put("diff", Fence.named("diff", Excerpt.of(facts.diff(), MAX_DIFF)));
        return values;
    }

    /** The facts as a list; the lines with role, attempt and request are read by the scripted agent. */
    private static String facts(ReviewFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add("role: reviewer");
        lines.add("project: " + facts.project());
        lines.add("task: " + facts.task().value());
        lines.add("attempt: " + facts.attempt());
        lines.add("request: " + facts.request());
        lines.add("module: " + (facts.module().isEmpty() ? "the whole project" : "in `" + facts.module() + "`"));
        facts.readFirst().forEach(file -> lines.add("read first: `" + file + "`"));
        return Bullets.of(lines, lines.size(), AttemptPrompt.MAX_FACT);
    }

    private static String checks(List<String> checks) {
        return checks.isEmpty()
                ? ""
                : "## What mechanical checks said\n\n" + Fence.around(Bullets.of(checks, MAX_CHECKS, 1_000)) + "\n\n";
    }
}
