package dev.lindy.cli;

import dev.lindy.cli.problem.UserProblem;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The parser's complaints in our form. */
final class UsageProblem {

    private UsageProblem() {}

    static UserProblem of(ParameterException problem) {
        return UserProblem.usage(message(problem), hint(problem));
    }

    private static String message(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            return what(unmatched) + " `%s`".formatted(unmatched.getUnmatched().get(0));
        }
        if (problem instanceof MutuallyExclusiveArgsException) {
            return plain(problem)
                    .replaceFirst("^error: ", "")
                    .replaceFirst("\\(specify only one\\)$", "")
                    .strip();
        }
        return plain(problem);
    }

    private static String what(UnmatchedArgumentException unmatched) {
        boolean top = unmatched.getCommandLine().getParent() == null;
        return top ? "there is no command" : "there is no place for the argument";
    }

    private static String plain(ParameterException problem) {
        String message = String.valueOf(problem.getMessage()).strip().replace('\'', '`');
        String lower = message.isEmpty()
                ? "wrong usage"
                : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        return lower.replaceFirst("\\.$", "").replaceFirst("is not an int$", "is not a whole number");
    }

    private static String hint(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                return "did you mean `%s`?".formatted(near.get(0));
            }
        }
        return "see `%s --help`"
                .formatted(problem.getCommandLine().getCommandSpec().qualifiedName());
    }
}
