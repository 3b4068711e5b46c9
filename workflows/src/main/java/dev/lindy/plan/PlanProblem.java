package dev.lindy.plan;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a plan, in words for its author.
 *
 * @param line line in the plan file, from 1, or 0 where unknown
 * @param column column in the plan file, from 1, or 0 where unknown
 * @param hint one action that could work, or null
 */
public record PlanProblem(
        String message, int line, int column, @Nullable String hint) {}
