package dev.lindy.cli.project;

import dev.lindy.plan.Plan;

/**
 * A plan that a person brought, valid for the project.
 *
 * @param name of the copy in the run's folder, with the extension of the original
 * @param text as it was read
 */
public record PlanFile(Plan plan, String name, String text) {}
