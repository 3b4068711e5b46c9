package dev.lindy.cli.project;

import dev.lindy.plan.Plan;
import java.util.Arrays;
import java.util.Objects;

/**
 * A plan that a person brought, valid for the project.
 *
 * @param name of the copy in the run's folder, with the extension of the original
 * @param content as it was read
 */
public record PlanFile(Plan plan, String name, byte[] content) {

    @Override
    public boolean equals(Object other) {
        return other instanceof PlanFile that
                && plan.equals(that.plan)
                && name.equals(that.name)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Objects.hash(plan, name, Arrays.hashCode(content));
    }

    @Override
    public String toString() {
        return "PlanFile[" + name + ", " + content.length + " bytes]";
    }
}
