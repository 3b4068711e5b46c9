package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;

/** The accepted plan and the refs that its tasks start from and merge into. */
public record ArtifactPlan(ArtifactRef plan, BaseRef base, String goalBranch) {}
