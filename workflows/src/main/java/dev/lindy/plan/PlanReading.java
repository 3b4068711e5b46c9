package dev.lindy.plan;

import dev.lindy.document.SourceDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a plan's text: the plan, or every reason why there is none. */
public final class PlanReading {
    private final @Nullable Plan plan;
    private final List<PlanProblem> problems;
    private final List<PlanProblem> warnings;
    private final List<TaskDraft> drafts;
    private final SourceDocument source;

    PlanReading(
            @Nullable Plan plan,
            List<PlanProblem> problems,
            List<PlanProblem> warnings,
            List<TaskDraft> drafts,
            SourceDocument source) {
        this.plan = plan;
        this.problems = List.copyOf(problems);
        this.warnings = List.copyOf(warnings);
        this.drafts = List.copyOf(drafts);
        this.source = source;
    }

    /** The plan, null exactly where there are problems; its names are not checked yet. */
    public @Nullable Plan plan() {
        return plan;
    }

    /** What is wrong with the text whatever the project's modules and gates are, in the order of the text. */
    public List<PlanProblem> problems() {
        return problems;
    }

    /** What has no effect and may be a slip; no reason to refuse the plan. */
    public List<PlanProblem> warnings() {
        return warnings;
    }

    /** Everything that is wrong, unknown modules and gates included; empty if the plan can be run. */
    public List<PlanProblem> check(Vocabulary vocabulary) {
        PlanIssues issues = new PlanIssues(source);
        issues.addAll(problems);
        PlanValidation.names(drafts, vocabulary, issues);
        return issues.sorted();
    }
}
