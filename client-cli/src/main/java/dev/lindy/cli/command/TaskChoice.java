package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.plan.TaskId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arguments {@code [RUN] TASK}.
 *
 * @param run null for the newest
 */
record TaskChoice(@Nullable String run, TaskId task) {

    private static final Pattern FORM = Pattern.compile("(?:task-)?([1-9][0-9]{0,8})");

    static TaskChoice of(List<String> arguments) {
        String last = arguments.get(arguments.size() - 1);
        Matcher task = FORM.matcher(last);
        if (!task.matches()) {
            throw UserProblem.usage(
                    "`%s` is not a task".formatted(last),
                    "write its number, as `lindy show` prints it: `3` or `task-3`");
        }
        return new TaskChoice(
                arguments.size() > 1 ? arguments.get(0) : null, TaskId.of(Integer.parseInt(task.group(1))));
    }
}
