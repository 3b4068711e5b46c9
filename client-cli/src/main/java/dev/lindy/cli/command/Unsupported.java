package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.PlanFile;
import dev.lindy.cli.project.Project;
import dev.lindy.project.config.UnsupportedFeatures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a project or plan asks for and this version does not do, in words for the person who asked. */
final class Unsupported {

    private Unsupported() {}

    static List<UserProblem.Line> in(Project project, @Nullable PlanFile plan) {
        return UnsupportedFeatures.in(project.config(), plan == null ? null : plan.plan(), project.root()).stream()
                .map(wish -> new UserProblem.Line(wish.where() + ": " + wish.message(), wish.hint()))
                .toList();
    }
}
