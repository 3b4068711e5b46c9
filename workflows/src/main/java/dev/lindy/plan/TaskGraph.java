package dev.lindy.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which task waits for which. Immutable; every answer is in plan order; takes linear time and no recursion, so that a
 * chain of any length is fine.
 */
public final class TaskGraph {
    private final List<TaskId> ids;
    private final Map<TaskId, Integer> indexes = new HashMap<>();
    private final int[] weights;
    private final int[][] dependencies;
    private final int[][] dependents;
    private final int[] order;

    /**
     * One task of a graph.
     *
     * @param weight relative length, at least 0
     */
    public record Node(TaskId id, List<TaskId> dependsOn, int weight) {

        public Node {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    private TaskGraph(List<Node> nodes) {
        ids = nodes.stream().map(Node::id).toList();
        for (int i = 0; i < nodes.size(); i++) {
            if (indexes.put(ids.get(i), i) != null) {
                throw new IllegalArgumentException("task ids must be unique: " + ids.get(i));
            }
        }
        weights = nodes.stream().mapToInt(Node::weight).toArray();
        dependencies = nodes.stream()
                .map(node -> node.dependsOn().stream()
                        .distinct()
                        .mapToInt(this::index)
                        .toArray())
                .toArray(int[][]::new);
        dependents = reversed();
        order = topologicalOrder();
    }

    /**
     * A graph of these tasks.
     *
     * @throws IllegalArgumentException for an id that is used twice or a dependency that is not there
     */
    public static TaskGraph of(List<Node> nodes) {
        return new TaskGraph(nodes);
    }

    /** A graph of a valid plan, weighted by the sizes of its tasks. */
    public static TaskGraph of(Plan plan) {
        return of(plan.tasks().stream()
                .map(task -> new Node(task.id(), task.dependsOn(), task.size().weight()))
                .toList());
    }

    public List<TaskId> ids() {
        return ids;
    }

    /** Tasks that wait for nothing. */
    public List<TaskId> roots() {
        return ids.stream().filter(id -> dependencies[index(id)].length == 0).toList();
    }

    /** Tasks that this one waits for itself. */
    public List<TaskId> dependsOn(TaskId id) {
        return Arrays.stream(dependencies[index(id)]).mapToObj(ids::get).toList();
    }

    /** Tasks that wait for this one itself. */
    public List<TaskId> dependents(TaskId id) {
        return Arrays.stream(dependents[index(id)]).mapToObj(ids::get).toList();
    }

    /** Tasks that wait for this one, also through others; never the task itself. */
    public List<TaskId> transitiveDependents(TaskId id) {
        boolean[] seen = new boolean[ids.size()];
        Deque<Integer> open = new ArrayDeque<>(List.of(index(id)));
        while (!open.isEmpty()) {
            for (int next : dependents[open.pop()]) {
                if (!seen[next]) {
                    seen[next] = true;
                    open.push(next);
                }
            }
        }
        seen[index(id)] = false;
        return ids.stream().filter(other -> seen[index(other)]).toList();
    }

    /**
     * The weight of the heaviest path that starts with this task and goes on through tasks that wait for it.
     *
     * @throws IllegalStateException if the graph has a cycle
     */
    public long longestPathFrom(TaskId id) {
        return longestPaths()[index(id)];
    }

    /** {@link #longestPathFrom} of every task, in plan order. */
    public long[] longestPaths() {
        if (order.length < ids.size()) {
            throw new IllegalStateException("graph must have no cycle: " + cycles());
        }
        long[] paths = new long[ids.size()];
        for (int i = order.length - 1; i >= 0; i--) {
            int task = order[i];
            long rest = Arrays.stream(dependents[task])
                    .mapToLong(next -> paths[next])
                    .max()
                    .orElse(0);
            paths[task] = weights[task] + rest;
        }
        return paths;
    }

    /**
     * Circles of tasks that wait for each other, empty if the graph is sound. Each starts with its first task in plan
     * order and goes from a task to one it waits for. Circles that share a task may be told as one.
     */
    public List<List<TaskId>> cycles() {
        boolean[] sound = new boolean[ids.size()];
        Arrays.stream(order).forEach(task -> sound[task] = true);
        int[] visit = new int[ids.size()];
        List<List<TaskId>> cycles = new ArrayList<>();
        for (int start = 0; start < visit.length; start++) {
            List<Integer> walk = new ArrayList<>();
            int task = start;
            while (!sound[task] && visit[task] == 0) {
                visit[task] = start + 1;
                walk.add(task);
                task = Arrays.stream(dependencies[task])
                        .filter(next -> !sound[next])
                        .findFirst()
                        .orElseThrow();
            }
            if (!walk.isEmpty() && visit[task] == start + 1) {
                cycles.add(cycle(walk.subList(walk.indexOf(task), walk.size())));
            }
        }
        return List.copyOf(cycles);
    }

    private List<TaskId> cycle(List<Integer> members) {
        List<Integer> rotated = new ArrayList<>(members);
        Collections.rotate(rotated, -rotated.indexOf(Collections.min(rotated)));
        return rotated.stream().map(ids::get).toList();
    }

    private int index(TaskId id) {
        Integer index = indexes.get(id);
        if (index == null) {
            throw new IllegalArgumentException("task must be in the graph: " + id);
        }
        return index;
    }

    private int[][] reversed() {
        int[] sizes = new int[ids.size()];
        for (int[] needed : dependencies) {
            Arrays.stream(needed).forEach(task -> sizes[task]++);
        }
        int[][] reversed = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] filled = new int[ids.size()];
        for (int task = 0; task < dependencies.length; task++) {
            for (int needed : dependencies[task]) {
                reversed[needed][filled[needed]++] = task;
            }
        }
        return reversed;
    }

    // tasks of a cycle, and tasks that wait for them, are left out
    private int[] topologicalOrder() {
        int[] waiting =
                Arrays.stream(dependencies).mapToInt(needed -> needed.length).toArray();
        int[] sorted = new int[ids.size()];
        int end = 0;
        for (int task = 0; task < waiting.length; task++) {
            if (waiting[task] == 0) {
                sorted[end++] = task;
            }
        }
        for (int i = 0; i < end; i++) {
            for (int next : dependents[sorted[i]]) {
                if (--waiting[next] == 0) {
                    sorted[end++] = next;
                }
            }
        }
        return Arrays.copyOf(sorted, end);
    }
}
