package dev.lindy.cli.command;

import dev.lindy.cli.problem.UserProblem;
import dev.lindy.cli.view.Caller;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where a goal comes from: the argument, a file, or standard input. */
final class GoalText {

    @Parameters(arity = "0..1", paramLabel = "GOAL", description = "What is to be reached, in plain words")
    private @Nullable String goal;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Read the goal from a file, or from standard input with `-`")
    private @Nullable String file;

    boolean isGiven() {
        return goal != null || file != null;
    }

    /** The goal; a file wins over the argument. */
    String read(Caller caller) {
        String text = file == null ? goal : TextInput.read(caller, file, "goal");
        if (text == null) {
            throw UserProblem.usage(
                    "there is no goal", "write `lindy run \"GOAL\"`, or name a file with `-f` or a plan with `-p`");
        }
        if (text.isBlank()) {
            throw UserProblem.usage("the goal is empty", null);
        }
        return text.strip();
    }
}
