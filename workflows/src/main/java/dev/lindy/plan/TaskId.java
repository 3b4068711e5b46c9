package dev.lindy.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The number of a task inside its plan: positive, unique there, shown to users as {@code task-3}. */
public record TaskId(@JsonValue int value) implements Comparable<TaskId> {

    public TaskId {
        if (value < 1) {
            throw new IllegalArgumentException("task id must be positive: " + value);
        }
    }

    @JsonCreator
    public static TaskId of(int value) {
        return new TaskId(value);
    }

    @Override
    public int compareTo(TaskId other) {
        return Integer.compare(value, other.value);
    }

    /** The id as users write and read it, for instance in branch names: {@code task-3}. */
    @Override
    public String toString() {
        return "task-" + value;
    }
}
