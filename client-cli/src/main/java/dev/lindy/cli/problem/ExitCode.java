package dev.lindy.cli.problem;

/** Exit codes of {@code lindy}: a contract with scripts. */
public final class ExitCode {

    /** The goal is reached, or the command did what it was asked for. */
    public static final int OK = 0;
    /** The run finished, but not all its tasks completed. */
    public static final int NOT_ALL_COMPLETED = 1;
    /** The command line or the request makes no sense here. */
    public static final int USAGE = 2;
    /** The plan or the project config is invalid. */
    public static final int INVALID = 3;
    /** Temporal could not be reached. */
    public static final int UNREACHABLE = 4;
    /** No Worker took the work in time. */
    public static final int NO_WORKER = 5;
    /** The run goes on, or waits for a person, without this command. */
    public static final int STILL_RUNNING = 8;
    /** A bug. */
    public static final int INTERNAL = 70;
    /** Interrupted before anything was started. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
