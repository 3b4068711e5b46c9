package dev.lindy.plan;

import java.util.List;

/** A goal in plain words and the tasks that reach it, in the order of the file. */
public record Plan(String goal, List<Task> tasks) {

    /** More tasks than this are refused until a run can be split into shards. */
    public static final int MAX_TASKS = 1_000;

    public Plan {
        tasks = List.copyOf(tasks);
    }
}
