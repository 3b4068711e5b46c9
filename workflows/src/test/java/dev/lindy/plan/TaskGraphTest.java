package dev.lindy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

<<<<<<< HEAD
<<<<<<< HEAD
import dev.lindy.plan.TaskGraph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
=======
=======
>>>>>>> 7bdbe7f (Test rules, records, payloads and architecture of workflows)
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
<<<<<<< HEAD
>>>>>>> 7bdbe7f (Test rules, records, payloads and architecture of workflows)
=======
>>>>>>> 7bdbe7f (Test rules, records, payloads and architecture of workflows)
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TaskGraphTest {

    @Test
<<<<<<< HEAD
<<<<<<< HEAD
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
=======
=======
>>>>>>> 7bdbe7f (Test rules, records, payloads and architecture of workflows)
    void knowsDirectDependentsInPlanOrder() {
        TaskGraph graph = new TaskGraph(List.of(node(3, 1), node(1), node(2, 1), node(4, 2)));

        assertThat(graph.dependents(id(1))).containsExactly(id(3), id(2));
        assertThat(graph.dependsOn(id(4))).containsExactly(id(2));
    }

    @Test
    void findsWhatCannotRunWithoutATask() {
        TaskGraph graph =
                new TaskGraph(List.of(node(1), node(2, 1), node(3, 2), node(4, 2, 3), node(5), node(6, 5, 4)));

        assertThat(graph.transitiveDependents(id(2))).containsExactly(id(3), id(4), id(6));
        assertThat(graph.transitiveDependents(id(6))).isEmpty();
    }

    @Test
    void countsADependencyThatIsNamedTwiceOnce() {
        TaskGraph graph = new TaskGraph(List.of(node(1), node(2, 1, 1)));

        assertThat(graph.dependents(id(1))).containsExactly(id(2));
        assertThat(graph.longestPathFrom(id(1))).isEqualTo(2);
    }

    @Test
    void measuresTheLongestWayToTheEnd() {
        TaskGraph graph = new TaskGraph(List.of(
                new TaskGraph.Node(id(1), List.of(), 1),
                new TaskGraph.Node(id(2), List.of(id(1)), 9),
                new TaskGraph.Node(id(3), List.of(id(1)), 3),
                new TaskGraph.Node(id(4), List.of(id(3)), 3)));

        assertThat(graph.longestPathFrom(id(1))).isEqualTo(10);
        assertThat(graph.longestPathFrom(id(3))).isEqualTo(6);
    }

    @Test
    void refusesACircle() {
        assertThatThrownBy(() -> new TaskGraph(List.of(node(1), node(2, 4, 1), node(3, 2), node(4, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tasks depend on each other in a circle");
        assertThatThrownBy(() -> new TaskGraph(List.of(node(1, 1)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesADependencyThatIsNotThere() {
        assertThatThrownBy(() -> new TaskGraph(List.of(node(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such task in the graph: task-2");
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void takesTimeLinearInTasksAndEdges() {
        List<TaskGraph.Node> chain = new ArrayList<>();
        for (int number = 1; number <= 100_000; number++) {
            chain.add(number == 1 ? node(1) : node(number, number - 1));
        }

        TaskGraph graph = new TaskGraph(chain);

        assertThat(graph.longestPathFrom(id(1))).isEqualTo(100_000);
        assertThat(graph.transitiveDependents(id(1))).hasSize(99_999);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void carriesAThousandTasksWithManyEdges() {
        List<TaskGraph.Node> layered = new ArrayList<>();
        for (int number = 1; number <= 1_000; number++) {
            int layer = (number - 1) / 50;
            List<TaskId> before = new ArrayList<>();
            for (int other = (layer - 1) * 50 + 1; layer > 0 && other <= layer * 50; other++) {
                before.add(id(other));
            }
            layered.add(new TaskGraph.Node(id(number), before, 1));
        }

        TaskGraph graph = new TaskGraph(layered);

        assertThat(graph.longestPathFrom(id(1))).isEqualTo(20);
        assertThat(graph.transitiveDependents(id(1))).hasSize(950);
    }

    private static TaskId id(int number) {
        return TaskId.of(number);
    }

    private static TaskGraph.Node node(int number, int... dependsOn) {
        return new TaskGraph.Node(
                id(number), Arrays.stream(dependsOn).mapToObj(TaskId::of).toList(), 1);
<<<<<<< HEAD
>>>>>>> 7bdbe7f (Test rules, records, payloads and architecture of workflows)
=======
>>>>>>> 7bdbe7f (Test rules, records, payloads and architecture of workflows)
    }
}
