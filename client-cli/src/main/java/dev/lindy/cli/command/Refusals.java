package dev.lindy.cli.command;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import java.util.List;

/** Gathers what several checks refuse a project for, so that a person sees all of it at once. */
record Refusals(List<UserProblem.Line> lines) {

    /** Runs a check; a refusal with another exit code than 3 is not for gathering. */
    void of(Runnable check) {
        try {
            check.run();
        } catch (UserProblem problem) {
            if (problem.exitCode() != ExitCode.INVALID) {
                throw problem;
            }
            lines.addAll(problem.lines());
        }
    }
}
