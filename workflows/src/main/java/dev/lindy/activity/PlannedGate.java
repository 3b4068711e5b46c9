package dev.lindy.activity;

import org.jspecify.annotations.Nullable;

/**
 * A gate of a task, resolved against the project config.
 *
 * @param key unique within the task and stable over executions, for instance {@code command_check-1}
 * @param name what people call it
 * @param required whether a rejection stops the attempt
 * @param baseline whether it is run on the base commit first: project-wide gates are, a task's own
 *     acceptance checks are not
 * @param onMergedTree whether it runs again on the tree that is merged with others' work
 * @param onlyLooks whether it starts no program and answers at once; false in histories that do not say it
 * @param polling how the service is asked that judges instead of us; null for all other gates, and in histories that
 *     do not say it
 * @param reruns how often a rejection is asked again on the same tree before it counts; 0 in histories that do not
 *     say it
 * @param paid whether an agent judges, so that it is asked only about a tree that all other gates let through;
 *     false in histories that do not say it
 */
public record PlannedGate(
        String key,
        String name,
        boolean required,
        boolean baseline,
        boolean onMergedTree,
        boolean onlyLooks,
        @Nullable Polling polling,
        int reruns,
        boolean paid) {

    /** A gate that judges here and costs no money. */
    public PlannedGate(
            String key, String name, boolean required, boolean baseline, boolean onMergedTree, boolean onlyLooks) {
        this(key, name, required, baseline, onMergedTree, onlyLooks, null, 0, false);
    }
}
