package dev.lindy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.plan.TaskGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TaskGraphTest {

    @Test
    void knowsWhoWaitsForWhom() {
        TaskGraph graph = TaskGraph.of(List.of(node(1), node(2, 1), node(3, 1), node(4, 2, 3), node(5)));

        assertThat(graph.ids()).isEqualTo(ids(1, 2, 3, 4, 5));
        assertThat(graph.roots()).isEqualTo(ids(1, 5));
        assertThat(graph.dependents(TaskId.of(1))).isEqualTo(ids(2, 3));
        assertThat(graph.transitiveDependents(TaskId.of(1))).isEqualTo(ids(2, 3, 4));
        assertThat(graph.transitiveDependents(TaskId.of(4))).isEmpty();
        assertThat(graph.cycles()).isEmpty();
    }

    @Test
    void measuresTheHeaviestPath() {
        TaskGraph graph = TaskGraph.of(List.of(
                new Node(TaskId.of(1), List.of(), 1),
                new Node(TaskId.of(2), ids(1), 9),
                new Node(TaskId.of(3), ids(1), 3),
                new Node(TaskId.of(4), ids(2, 3), 3),
                new Node(TaskId.of(5), List.of(), 9)));

        assertThat(graph.longestPaths()).containsExactly(13, 12, 6, 3, 9);
        assertThat(graph.longestPathFrom(TaskId.of(3))).isEqualTo(6);
    }

    @Test
    void namesEachCircleInOrder() {
        TaskGraph graph = TaskGraph.of(
                List.of(node(1, 6), node(5, 2), node(2, 7), node(7, 5), node(6), node(8, 9), node(9, 8), node(3, 5)));

        assertThat(graph.cycles()).containsExactly(ids(5, 2, 7), ids(8, 9));
        assertThat(graph.transitiveDependents(TaskId.of(5))).isEqualTo(ids(2, 7, 3));
        assertThatThrownBy(graph::longestPaths).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void seesATaskThatWaitsForItself() {
        assertThat(TaskGraph.of(List.of(node(1, 1))).cycles()).containsExactly(ids(1));
    }

    @Test
    void refusesUnknownAndRepeatedIds() {
        assertThatThrownBy(() -> TaskGraph.of(List.of(node(1, 2)))).hasMessage("task must be in the graph: task-2");
        assertThatThrownBy(() -> TaskGraph.of(List.of(node(1), node(1)))).hasMessage("task ids must be unique: task-1");
    }

    @Test
    @Timeout(5)
    void manages1000TasksThatAllWaitForAllBefore() {
        List<Node> nodes = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> node(i, IntStream.range(1, i).toArray()))
                .toList();
        TaskGraph graph = TaskGraph.of(nodes);

        assertThat(graph.longestPathFrom(TaskId.of(1))).isEqualTo(1_000);
        assertThat(graph.transitiveDependents(TaskId.of(1))).hasSize(999);
    }

    @Test
    @Timeout(5)
    void managesAChainOf100000Tasks() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(node(1));
        IntStream.rangeClosed(2, 100_000).forEach(i -> nodes.add(node(i, i - 1)));
        assertThat(TaskGraph.of(nodes).longestPathFrom(TaskId.of(1))).isEqualTo(100_000);

        nodes.set(0, node(1, 100_000));
        assertThat(TaskGraph.of(nodes).cycles())
                .singleElement()
                .satisfies(cycle -> assertThat(cycle).hasSize(100_000).startsWith(TaskId.of(1), TaskId.of(100_000)));
    }

    private static Node node(int id, int... needed) {
        return new Node(TaskId.of(id), ids(needed), 1);
    }

    private static List<TaskId> ids(int... ids) {
        return IntStream.of(ids).mapToObj(TaskId::of).toList();
    }
}
