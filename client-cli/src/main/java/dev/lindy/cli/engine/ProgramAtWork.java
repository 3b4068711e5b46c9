package dev.lindy.cli.engine;

/**
 * A program of a run that lives now.
 *
 * @param kind {@code agent}, {@code planner}, {@code gate} or {@code hook}
 * @param task its number, or 0 where it belongs to no task
 */
public record ProgramAtWork(String kind, String run, int task, long pid) {

    private static final String AGENT = "agent";

    boolean isAgent() {
        return kind.equals(AGENT);
    }

    /** For instance {@code task-3 of run `e71fb6eb`} for an agent, {@code gate of task-3 of run …} for a gate. */
    public String words() {
        String what = task == 0 ? "the " + kind : isAgent() ? "task-" + task : "%s of task-%d".formatted(kind, task);
        return what + " of run `" + run + "`";
    }
}
