package dev.lindy.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an attempt without any change in the tree can be right. */
public enum ChangePolicy {
    /** An attempt that changes nothing is {@code NoChange}: the default for our planner. */
    @JsonProperty("required")
    REQUIRED,
    /** Gates alone decide: the default for plan files of the original. */
    @JsonProperty("optional")
    OPTIONAL
}
