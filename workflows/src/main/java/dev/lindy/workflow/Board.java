package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskGraph;
import dev.lindy.plan.TaskId;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where every task of a run stands, and what was not recorded yet. Pure. */
final class Board {

    private final List<PlannedTask> tasks;
    private final Map<TaskId, PlannedTask> byId = new LinkedHashMap<>();
    private final Map<TaskId, TaskState> states = new LinkedHashMap<>();
    private final Set<TaskId> dirty = new LinkedHashSet<>();
    private final Scheduler scheduler;

    Board(List<PlannedTask> tasks, List<TaskState> known, RunPolicy policy) {
        this.tasks = List.copyOf(tasks);
        for (PlannedTask task : tasks) {
            byId.put(task.id(), task);
            states.put(task.id(), TaskState.pending(task.id()));
        }
        for (TaskState state : known) {
            states.put(state.id(), restarted(state));
        }
        dirty.addAll(states.keySet());
        scheduler = new Scheduler(tasks, policy);
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

    Optional<PlannedTask> find(TaskId id) {
        return Optional.ofNullable(byId.get(id));
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

    /** Records a failed, skipped or canceled task, and skips what waits for it. */
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

    /** Gives a task and everything skipped because of it another chance. */
    void retry(TaskId id) {
        put(state(id).handedOver().withStatus(TaskStatus.PENDING, null));
        for (TaskId waiting : graph().transitiveDependents(id)) {
            if (state(waiting).status() == TaskStatus.SKIPPED && !waitsForDeadTask(waiting)) {
                put(state(waiting).handedOver().withStatus(TaskStatus.PENDING, null));
            }
        }
    }

    private boolean waitsForDeadTask(TaskId id) {
        return graph().dependsOn(id).stream()
                .map(dependency -> state(dependency).status())
                .anyMatch(status -> status.isTerminal() && status != TaskStatus.COMPLETED);
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
        List<TaskState> changed = new ArrayList<>();
        for (TaskId id : List.copyOf(dirty)) {
            if (changed.size() == page) {
                break;
            }
            dirty.remove(id);
            changed.add(state(id));
        }
        return changed;
    }

    boolean hasChanges() {
        return !dirty.isEmpty();
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
