package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import java.util.List;

/**
 * What a run would be, and what it would be refused for.
 *
 * @param includeUncommitted whether it would start from a snapshot of the checkout
 * @param uncommitted paths of the checkout that differ from its commit
 */
record DryRun(NewRun run, boolean includeUncommitted, List<String> uncommitted, List<UserProblem.Line> problems) {

    DryRun {
        uncommitted = List.copyOf(uncommitted);
        problems = List.copyOf(problems);
    }
}
