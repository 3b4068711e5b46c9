package dev.lindy.cli.project;

import dev.lindy.plan.Plan;
import java.util.List;

/**
 * A plan that a person brought, valid for the project.
 *
 * @param name of the copy in the run's folder, with the extension of the original
 * @param text as it was read
 * @param warnings what has no effect in it, one sentence each, with its place
 */
public record PlanFile(Plan plan, String name, String text, List<String> warnings) {

    public PlanFile {
        warnings = List.copyOf(warnings);
    }
}
