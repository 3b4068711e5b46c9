package dev.lindy.activities.plan;

import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.PlanAnswer;
import dev.lindy.plan.Plan;
import dev.lindy.plan.PlanProblem;
import dev.lindy.plan.PlanReading;
import dev.lindy.project.config.GateCatalog;
import dev.lindy.project.config.UnsupportedFeatures;
import java.util.ArrayList;
import java.util.List;

/** Accepts a plan that holds together and can be run, or says everything that is wrong with it. */
final class PlanCheck {

    private final RunContext run;
    private final PlanStore plans;

    PlanCheck(RunContext run, PlanStore plans) {
        this.run = run;
        this.plans = plans;
    }

    /** @param file name shown with the line of each problem, or empty */
    PlanAnswer check(PlanReading reading, String file, double costUsd) {
        List<String> problems = new ArrayList<>();
        for (PlanProblem problem : reading.check(new GateCatalog(run.config()).vocabulary())) {
            problems.add(sentence(problem, file));
        }
        Plan plan = reading.plan();
        if (plan != null && problems.isEmpty()) {
            UnsupportedFeatures.in(run.config(), run.projectRoot())
                    .forEach(unsupported -> problems.add(unsupported.message()));
        }
        return plan != null && problems.isEmpty()
                ? new PlanAnswer(plans.write(run, plan), List.of(), null, costUsd)
                : new PlanAnswer(null, problems, null, costUsd);
    }

    private static String sentence(PlanProblem problem, String file) {
        String place = file.isEmpty() || problem.line() == 0 ? "" : file + ":" + problem.line() + ": ";
        String hint = problem.hint() == null || problem.hint().isBlank() ? "" : " (" + problem.hint() + ")";
        return place + problem.message() + hint;
    }
}
