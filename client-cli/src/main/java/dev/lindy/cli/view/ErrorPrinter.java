package dev.lindy.cli.view;

import dev.lindy.cli.problem.ExitCode;
import dev.lindy.cli.problem.UserProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The one place where errors become text: what went wrong, then hints. */
public final class ErrorPrinter {

    private final Console console;

    public ErrorPrinter(Console console) {
        this.console = console;
    }

    /** Prints a problem and answers its exit code. */
    public int print(UserProblem problem) {
        boolean first = true;
        for (UserProblem.Line line : problem.lines()) {
            if (!first) {
                console.result("");
            }
            error(problem.prefix(), line.message(), line.hint());
            first = false;
        }
        trace(problem);
        return problem.exitCode();
    }

    /** Prints a bug of ours and answers its exit code. */
    public int print(String command, Throwable bug) {
        String what = bug.getMessage() == null ? bug.getClass().getSimpleName() : bug.getMessage();
        error(
                "internal error:",
                "`" + command + "` stopped unexpectedly: " + what,
                "this is a bug; report it with the output of the same command with `-vv`");
        trace(bug);
        return ExitCode.INTERNAL;
    }

    private void error(String prefix, String message, @Nullable String hint) {
        console.result(console.colors().paint(Style.FAILED, prefix) + " " + indent(message));
        if (hint != null) {
            console.result("");
            console.hint(Verbosity.QUIET, indent(hint));
        }
    }

    private static String indent(String text) {
        return Sanitizer.block(text).stripTrailing().replace("\n", "\n  ");
    }

    private void trace(Throwable problem) {
        if (console.verbosity().includes(Verbosity.DEBUG)) {
            StringWriter text = new StringWriter();
            problem.printStackTrace(new PrintWriter(text));
            console.note(Verbosity.DEBUG, Sanitizer.block(text.toString()).stripTrailing());
        }
    }
}
