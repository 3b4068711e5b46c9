package dev.lindy.activity;

import dev.lindy.run.ArtifactRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question to the planner, or a plan file to be checked.
 *
 * @param file plan file of the user in the evidence folder, or null to ask the planner
 * @param number which time the planner is asked, from 1
 * @param problems what was wrong with the answer before, for the planner to mend
 */
public record PlanRequest(
        RunRef run, ArtifactRef goal, @Nullable ArtifactRef file, int number, int part, List<String> problems) {

    public PlanRequest {
        problems = List.copyOf(problems);
    }
}
