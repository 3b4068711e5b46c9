package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;

/**
 * A page of tasks that is wanted.
 *
 * @param offset index of the first task wanted, from 0
 */
public record PlanPageRequest(RunRef run, ArtifactRef plan, int offset) {}
