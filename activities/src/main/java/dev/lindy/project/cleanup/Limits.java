package dev.lindy.project.cleanup;

import java.time.Duration;

/**
 * Ages and sizes up to which things are left alone; the defaults are the original's.
 *
 * @param branchAge of the last commit of a task branch, and of the end of a run whose worktrees are looked at; 14 days
 * @param runAge of the end of a run whose evidence is looked at; {@code observability.retention_days}, 30 days
 * @param sessionAge of the start of a session; {@code observability.retention_days}, 30 days
 * @param logBytes size of the action log; 10 MB
 * @param statusAge of the last update of a STATUS.md; 7 days
 */
public record Limits(Duration branchAge, Duration runAge, Duration sessionAge, long logBytes, Duration statusAge) {

    /** Age from which a plan file is looked at. */
    static final Duration PLAN_AGE = Duration.ofDays(30);

    public Limits {
        if (branchAge.isNegative() || runAge.isNegative() || sessionAge.isNegative() || statusAge.isNegative()) {
            throw new IllegalArgumentException("ages must not be negative");
        }
        if (logBytes < 0) {
            throw new IllegalArgumentException("logBytes must not be negative: " + logBytes);
        }
    }
}
