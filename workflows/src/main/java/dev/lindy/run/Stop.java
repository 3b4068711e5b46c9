package dev.lindy.run;

import java.util.List;

/**
 * Why a run ended before its tasks could.
 *
 * @param message one sentence
 * @param problems everything that is wrong with the plan, at most {@link #MAX_PROBLEMS}; empty for other reasons
 * @param invalid whether plan or config were at fault
 * @param evidence path below the run's folder that shows more, or empty
 */
public record Stop(String message, List<String> problems, boolean invalid, String evidence) {

    /** Most problems that are kept; what more there are is said in the last one. */
    public static final int MAX_PROBLEMS = 30;

    public Stop {
        problems = List.copyOf(problems);
    }

    public static Stop because(String message, boolean invalid) {
        return new Stop(message, List.of(), invalid, "");
    }
}
