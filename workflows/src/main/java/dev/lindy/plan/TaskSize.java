package dev.lindy.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The planner's estimate of a task's length; it only orders ready tasks. */
public enum TaskSize {
    @JsonProperty("s")
    SMALL(1),
    @JsonProperty("m")
    MEDIUM(3),
    @JsonProperty("l")
    LARGE(9);

    private final int weight;

    TaskSize(int weight) {
        this.weight = weight;
    }

    /** Relative length, used to find the longest remaining path. */
    public int weight() {
        return weight;
    }
}
