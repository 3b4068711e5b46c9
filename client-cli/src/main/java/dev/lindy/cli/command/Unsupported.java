package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.project.Project;
import dev.lindy.project.config.UnsupportedFeatures;
import java.util.List;

/** What a project asks for and this version does not do, in words for the person who asked. */
final class Unsupported {

    private Unsupported() {}

    static List<UserProblem.Line> in(Project project) {
        return UnsupportedFeatures.in(project.config(), project.root()).stream()
                .map(wish -> new UserProblem.Line(wish.where() + ": " + wish.message(), wish.hint()))
                .toList();
    }
}
