package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskGraph;
import dev.lindy.plan.TaskId;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where every task of a run stands, and what was not recorded yet. Pure. */
final class Board {

    private final List<PlannedTask> tasks;
    private final Map<TaskId, TaskState> states = new LinkedHashMap<>();
    private final Set<TaskId> dirty = new LinkedHashSet<>();
    private final Set<TaskId> leftOut = new LinkedHashSet<>();
    private final Scheduler scheduler;

    /**
     * Takes the tasks of a valid plan and what is known of them from earlier executions.
     *
     * @throws IllegalArgumentException if dependencies are missing or form a circle
     */
    Board(List<PlannedTask> tasks, List<TaskState> known, RunPolicy policy) {
        this.tasks = List.copyOf(tasks);
        scheduler = new Scheduler(tasks, policy);
        for (PlannedTask task : tasks) {
            states.put(task.id(), TaskState.pending(task.id()));
        }
        for (TaskState state : known) {
            states.computeIfPresent(state.id(), (id, pending) -> restarted(state));
        }
        dirty.addAll(states.keySet());
    }

    /** What an earlier execution completed stays; everything else is to be done. */
    private static TaskState restarted(TaskState state) {
        return state.status() == TaskStatus.COMPLETED
                ? state
                : state.handedOver().withStatus(TaskStatus.PENDING, null);
    }

    List<PlannedTask> tasks() {
        return tasks;
    }

    /** Tasks that are not done yet. */
    List<PlannedTask> open() {
        return tasks.stream()
                .filter(task -> !state(task.id()).status().isTerminal())
                .toList();
    }

    boolean contains(TaskId id) {
        return states.containsKey(id);
    }

    TaskState state(TaskId id) {
        TaskState state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException("no such task on the board: " + id);
        }
        return state;
    }

    List<PlannedTask> admit() {
        return scheduler.admit(id -> state(id).status());
    }

    void put(TaskState state) {
        states.put(state.id(), state);
        dirty.add(state.id());
    }

    /** Records a task that has ended; where it did not complete, skips what waits for it. */
    void close(TaskState state) {
        put(state);
        if (state.status() != TaskStatus.COMPLETED) {
            for (TaskId waiting : graph().transitiveDependents(state.id())) {
                if (state(waiting).status() == TaskStatus.PENDING) {
                    put(state(waiting)
                            .handedOver()
                            .withStatus(TaskStatus.SKIPPED, "waits for " + state.id() + ", which did not complete"));
                }
            }
        }
    }

    /** Leaves out a task by a person's wish, the given state its last; only its own retry brings it back. */
    void leaveOut(TaskState state) {
        leftOut.add(state.id());
        close(state.withStatus(TaskStatus.SKIPPED, "skipped by the user"));
    }

    /** Closes what was not started: the run was canceled. */
    void cancelWaiting() {
        for (PlannedTask task : tasks) {
            if (state(task.id()).status() == TaskStatus.PENDING) {
                put(state(task.id()).handedOver().withStatus(TaskStatus.CANCELED, "the run was canceled"));
            }
        }
    }

    /** Gives a task and everything skipped because of it another chance. */
    void retry(TaskId id) {
        leftOut.remove(id);
        reopen(id);
        List<TaskId> waiting = new ArrayList<>(graph().transitiveDependents(id));
        // plan order need not be the order of dependencies, so until nothing moves
        boolean reopened;
        do {
            reopened = waiting.removeIf(this::reopenWhereNothingIsDead);
        } while (reopened);
    }

    private boolean reopenWhereNothingIsDead(TaskId id) {
        boolean reopens = state(id).status() == TaskStatus.SKIPPED
                && !leftOut.contains(id)
                && deadDependency(id).isEmpty();
        if (reopens) {
            reopen(id);
        }
        return reopens;
    }

    private void reopen(TaskId id) {
        put(state(id).handedOver().withStatus(TaskStatus.PENDING, null));
    }

    /** The dependency that keeps a skipped task from being retried by itself. */
    Optional<TaskId> deadDependency(TaskId id) {
        return graph().dependsOn(id).stream()
                .filter(dependency -> state(dependency).status().isTerminal()
                        && state(dependency).status() != TaskStatus.COMPLETED)
                .findFirst();
    }

    private TaskGraph graph() {
        return scheduler.graph();
    }

    /** States that changed since the last call, at most one page. */
    List<TaskState> takeChanged(int page) {
        List<TaskId> ids = dirty.stream().limit(page).toList();
        ids.forEach(dirty::remove);
        return ids.stream().map(this::state).toList();
    }

    /** Undoes {@link #takeChanged}: what was taken could not be written. */
    void putBack(Collection<TaskId> ids) {
        dirty.addAll(ids);
    }

    boolean hasChanges() {
        return !dirty.isEmpty();
    }

    /** Whether an earlier execution has started any task. */
    boolean hasBegun() {
        return states.values().stream().anyMatch(state -> !state.attempts().isEmpty());
    }

    boolean isSettled() {
        return states.values().stream().allMatch(state -> state.status().isTerminal());
    }

    int count(TaskStatus status) {
        return (int) states.values().stream()
                .filter(state -> state.status() == status)
                .count();
    }

    double costUsd() {
        return states.values().stream().mapToDouble(TaskState::costUsd).sum();
    }

    RunStatus verdict() {
        return count(TaskStatus.COMPLETED) == tasks.size() ? RunStatus.COMPLETED : RunStatus.FAILED;
    }
}
