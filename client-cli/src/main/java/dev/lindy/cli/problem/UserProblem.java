package dev.lindy.cli.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that could not be done, in words for the person who asked. Ends the command with its exit code. */
public final class UserProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String PLAN = "plan ";
    private static final String CONFIG = "config ";

    private final int exitCode;
    private final String subject;
    private final transient List<Line> lines;

    /**
     * One thing that is wrong.
     *
     * @param message lower-case first letter, no full stop
     * @param hint one action that could work, or null
     */
    public record Line(String message, @Nullable String hint) {}

    private UserProblem(int exitCode, String subject, List<Line> lines, @Nullable Throwable cause) {
        super(lines.get(0).message(), cause);
        this.exitCode = exitCode;
        this.subject = subject;
        this.lines = List.copyOf(lines);
    }

    public static UserProblem of(int exitCode, String message, @Nullable String hint) {
        return new UserProblem(exitCode, subject(exitCode), List.of(new Line(message, hint)), null);
    }

    public static UserProblem of(int exitCode, String message, @Nullable String hint, Throwable cause) {
        return new UserProblem(exitCode, subject(exitCode), List.of(new Line(message, hint)), cause);
    }

    /** A request that makes no sense: exit code 2. */
    public static UserProblem usage(String message, @Nullable String hint) {
        return of(ExitCode.USAGE, message, hint);
    }

    /** A request that makes no sense for several reasons: exit code 2. */
    public static UserProblem usage(List<Line> reasons) {
        return new UserProblem(ExitCode.USAGE, "", reasons, null);
    }

    /** Everything that is wrong with a project and its config, at once: exit code 3. */
    public static UserProblem invalid(List<Line> problems) {
        return new UserProblem(ExitCode.INVALID, CONFIG, problems, null);
    }

    /** Everything that is wrong with a plan, at once: exit code 3. */
    public static UserProblem plan(List<Line> problems) {
        return new UserProblem(ExitCode.INVALID, PLAN, problems, null);
    }

    /** A plan that cannot be read at all: exit code 3. */
    public static UserProblem plan(String message, Throwable cause) {
        return new UserProblem(ExitCode.INVALID, PLAN, List.of(new Line(message, null)), cause);
    }

    private static String subject(int exitCode) {
        return exitCode == ExitCode.INVALID ? CONFIG : "";
    }

    public int exitCode() {
        return exitCode;
    }

    /** What stands before each line: {@code error:} and what it is about. */
    public String prefix() {
        return subject + "error:";
    }

    /** At least one. */
    public List<Line> lines() {
        return lines;
    }
}
