package dev.lindy.workflow;

import dev.lindy.plan.TaskId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may change the goal branch: one task at a time, in the order of asking. */
final class MergeSlot {

    private final Set<TaskId> waiting = new LinkedHashSet<>();
    private @Nullable TaskId holder;

    /** Whoever asks does not have the slot, whatever was thought before. */
    void request(TaskId task) {
        release(task);
        waiting.add(task);
    }

    /** Also for a task that ends without giving the slot back. */
    void release(TaskId task) {
        waiting.remove(task);
        if (task.equals(holder)) {
            holder = null;
        }
    }

    /** The task that holds the slot from now on, where somebody waits and the slot is free. */
    Optional<TaskId> grant() {
        if (holder != null || waiting.isEmpty()) {
            return Optional.empty();
        }
        TaskId next = waiting.iterator().next();
        waiting.remove(next);
        holder = next;
        return Optional.of(next);
    }
}
