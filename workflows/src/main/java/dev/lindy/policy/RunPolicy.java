package dev.lindy.policy;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits of one run, frozen at its start.
 *
 * @param maxParallel tasks at work at a time; default 3, at least 1, at most 500
 * @param moduleConcurrency tasks at work at a time per module; modules not named have no limit of their own
 * @param approvePlan whether the run waits for {@code lindy approve} before it dispatches
 * @param maxPlanRequests times the planner is asked before the run fails; default 3
 */
public record RunPolicy(
        int maxParallel,
        Map<String, Integer> moduleConcurrency,
        boolean approvePlan,
        int maxPlanRequests,
        AttemptPolicy attempts) {

    public static final int DEFAULT_MAX_PARALLEL = 3;
    public static final int MAX_PARALLEL = 500;
    public static final int DEFAULT_MAX_PLAN_REQUESTS = 3;

    public RunPolicy {
        if (maxParallel < 1 || maxParallel > MAX_PARALLEL) {
            throw new IllegalArgumentException("maxParallel must be 1 to " + MAX_PARALLEL + ": " + maxParallel);
        }
        moduleConcurrency.forEach((module, limit) -> {
            if (limit < 1) {
                throw new IllegalArgumentException("moduleConcurrency of " + module + " must be positive: " + limit);
            }
        });
        moduleConcurrency = Collections.unmodifiableMap(new TreeMap<>(moduleConcurrency));
    }

    public static RunPolicy defaults() {
        return new RunPolicy(
                DEFAULT_MAX_PARALLEL, Map.of(), false, DEFAULT_MAX_PLAN_REQUESTS, AttemptPolicy.defaults());
    }
}
