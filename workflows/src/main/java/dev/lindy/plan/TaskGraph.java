package dev.lindy.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which tasks wait for which, for an acyclic plan. All answers are in plan order; building takes time linear
 * in tasks and edges.
 */
public final class TaskGraph {

    /** A task as the graph sees it: its weight is its relative length. */
    public record Node(TaskId id, List<TaskId> dependsOn, int weight) {}

    private final Map<TaskId, Node> nodes = new LinkedHashMap<>();
    private final Map<TaskId, List<TaskId>> dependents = new LinkedHashMap<>();
    private final Map<TaskId, Long> longestPath = new TreeMap<>();

    public TaskGraph(List<Node> tasks) {
        for (Node node : tasks) {
            nodes.put(node.id(), node);
            dependents.put(node.id(), new ArrayList<>());
        }
        for (Node node : tasks) {
            for (TaskId dependency : new LinkedHashSet<>(node.dependsOn())) {
                dependentsOf(dependency).add(node.id());
            }
        }
        measurePaths();
    }

    public List<TaskId> dependsOn(TaskId id) {
        return node(id).dependsOn();
    }

    /** Tasks that name this one as a dependency. */
    public List<TaskId> dependents(TaskId id) {
        return List.copyOf(dependentsOf(id));
    }

    /** Every task that cannot run without this one. */
    public List<TaskId> transitiveDependents(TaskId id) {
        Set<TaskId> found = new LinkedHashSet<>();
        Deque<TaskId> open = new ArrayDeque<>(dependentsOf(id));
        while (!open.isEmpty()) {
            TaskId next = open.poll();
            if (found.add(next)) {
                open.addAll(dependentsOf(next));
            }
        }
        return nodes.keySet().stream().filter(found::contains).toList();
    }

    /** Weight of the longest chain that starts with this task, the task included. */
    public long longestPathFrom(TaskId id) {
        Long length = longestPath.get(id);
        if (length == null) {
            throw new IllegalArgumentException("no such task in the graph: " + id);
        }
        return length;
    }

    private void measurePaths() {
        Map<TaskId, Integer> open = new LinkedHashMap<>();
        dependents.forEach((id, after) -> open.put(id, after.size()));
        Deque<TaskId> leaves = new ArrayDeque<>();
        open.forEach((id, count) -> {
            if (count == 0) {
                leaves.add(id);
            }
        });
        while (!leaves.isEmpty()) {
            TaskId id = leaves.poll();
            longestPath.put(id, node(id).weight() + longestBelow(id));
            for (TaskId dependency : new LinkedHashSet<>(node(id).dependsOn())) {
                if (open.merge(dependency, -1, Integer::sum) == 0) {
                    leaves.add(dependency);
                }
            }
        }
        if (longestPath.size() != nodes.size()) {
            throw new IllegalArgumentException("tasks depend on each other in a circle");
        }
    }

    private long longestBelow(TaskId id) {
        return dependentsOf(id).stream().mapToLong(longestPath::get).max().orElse(0);
    }

    private Node node(TaskId id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no such task in the graph: " + id);
        }
        return node;
    }

    private List<TaskId> dependentsOf(TaskId id) {
        List<TaskId> after = dependents.get(id);
        if (after == null) {
            throw new IllegalArgumentException("no such task in the graph: " + id);
        }
        return after;
    }
}
