package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskGraph;
import dev.lindy.plan.TaskId;
import dev.lindy.policy.RunPolicy;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Decides which tasks start now. Pure: the same states give the same answer.
 *
 * <p>Order among ready tasks: priority, then the longest remaining path, then plan order.
 */
public final class Scheduler {

    private final TaskGraph graph;
    private final List<PlannedTask> order;
    private final RunPolicy policy;

    public Scheduler(List<PlannedTask> tasks, RunPolicy policy) {
        this.policy = policy;
        graph = TaskGraph.of(tasks.stream()
                .map(task -> new TaskGraph.Node(
                        task.id(), task.dependsOn(), task.size().weight()))
                .toList());
        if (!graph.cycles().isEmpty()) {
            throw new IllegalArgumentException("tasks depend on each other in a circle: " + graph.cycles());
        }
        order = ordered(tasks);
    }

    private List<PlannedTask> ordered(List<PlannedTask> tasks) {
        long[] paths = graph.longestPaths();
        Map<TaskId, Long> path = new LinkedHashMap<>();
        for (int i = 0; i < paths.length; i++) {
            path.put(tasks.get(i).id(), paths[i]);
        }
        Comparator<PlannedTask> longestFirst = Comparator.comparing(
                        (PlannedTask task) -> path.getOrDefault(task.id(), 0L))
                .reversed();
        return tasks.stream()
                .sorted(Comparator.comparingInt(PlannedTask::priority)
                        .reversed()
                        .thenComparing(longestFirst))
                .toList();
    }

    public TaskGraph graph() {
        return graph;
    }

    /** Tasks to start now, best first: never more than the policy leaves room for. */
    public List<PlannedTask> admit(Function<TaskId, TaskStatus> status) {
        Map<String, Integer> busy = new LinkedHashMap<>();
        int places = policy.maxParallel();
        for (PlannedTask task : order) {
            if (status.apply(task.id()).isRunning()) {
                places--;
                busy.merge(task.module(), 1, Integer::sum);
            }
        }
        List<PlannedTask> admitted = new ArrayList<>();
        for (PlannedTask task : order) {
            if (places == 0) {
                break;
            }
            if (isReady(task, status) && hasRoom(task.module(), busy)) {
                admitted.add(task);
                busy.merge(task.module(), 1, Integer::sum);
                places--;
            }
        }
        return admitted;
    }

    private boolean isReady(PlannedTask task, Function<TaskId, TaskStatus> status) {
        return status.apply(task.id()) == TaskStatus.PENDING
                && task.dependsOn().stream().allMatch(id -> status.apply(id) == TaskStatus.COMPLETED);
    }

    private boolean hasRoom(String module, Map<String, Integer> busy) {
        Integer limit = policy.moduleConcurrency().get(module);
        return limit == null || busy.getOrDefault(module, 0) < limit;
    }
}
