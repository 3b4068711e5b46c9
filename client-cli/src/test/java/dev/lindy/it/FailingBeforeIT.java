package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** W-50: a suite with a test that fails already when the run begins, judged test by test; the suite is a real one. */
class FailingBeforeIT extends SharedEngine {

    private static final String SUITE = """
            import unittest


            class PriceTest(unittest.TestCase):
                def test_old(self):
                    self.assertEqual("old", "failing")

                def test_fine(self):
                    pass
            """;

    private static final String NEW = "import unittest; MoreTest = type('MoreTest', (unittest.TestCase,),"
            + " {'test_new': lambda self: self.assertEqual(%s, 4)})";

    @Test
    void onlyWhatIsNewRejects() throws IOException {
        suite();
        String plan = project.plan(PlanTask.of(
                1,
                "api",
                "@attempt 1 @write api/test_more.py " + NEW.formatted("3"),
                "@attempt 2+ @write api/test_more.py " + NEW.formatted("4"),
                "@commit More"));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        String run = result.stdout().strip();
        JsonNode attempts = home.json("show", run).path("tasks").path(0).path("attempts");
        assertThat(attempts).hasSize(2);
        rejectedForTheNewOne(attempts.path(0));
        acceptedWithTheOldOne(attempts.path(1));
        Path folder = project.root().resolve(".orchestrator/runs").resolve(run);
        assertThat(Files.readString(folder.resolve("tasks/1/2/prompt.md")))
                .containsSubsequence(
                        "1 of 3 tests failed, first: test_more.MoreTest.test_new; 1 more failed before too",
                        "test_more.MoreTest.test_new\n  AssertionError: 3 != 4\n",
                        "failed before this change as well, leave them as they are:\n- test_price.PriceTest.test_old\n");
        assertThat(Files.readString(folder.resolve("report.md")))
                .containsSubsequence(
                        "## What failed before and fails still",
                        "- task 1, gate unit: fails on the base commit as well: 1 failure",
                        "## Attempts of task 1",
                        "- gate unit: rejected",
                        "- new: ",
                        "- failing before: ",
                        "- gate unit: baseline");
    }

    /** Its tree is that of the base commit, whose verdict is the excuse of all that follow. */
    @Test
    void anAttemptThatChangesNothingTakesNoExcuseAway() {
        suite();
        String plan = project.plan(
                PlanTask.of(1, "api", "@nothing"),
                PlanTask.of(2, "api", "@write api/2.txt two", "@commit Two").after(1));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        JsonNode tasks = home.json("show", result.stdout().strip()).path("tasks");
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.path("attempts")).hasSize(1);
            assertThat(unit(task.path("attempts").path(0)).path("verdict").asText())
                    .isEqualTo("baseline");
        });
    }

    private void suite() {
        project.write("api/test_price.py", SUITE);
        project.write("orchestrator.yaml", project.file("main", "orchestrator.yaml") + "\n" + """
                qa_gates:
                  api:
                    - name: unit
                      command: "cd api && python3 -B -m unittest"
                """);
        project.git("add", "--all");
        project.commit("Suite");
    }

    private static void rejectedForTheNewOne(JsonNode attempt) {
        assertThat(attempt.path("outcome").asText()).isEqualTo("rejected_by_gate");
        JsonNode gate = unit(attempt);
        assertThat(gate.path("verdict").asText()).isEqualTo("rejected");
        assertThat(gate.path("failures").toString())
                .isEqualTo("{\"new\":1,\"before\":1,\"firstNew\":[\"test_more.MoreTest.test_new\"],"
                        + "\"firstBefore\":[\"test_price.PriceTest.test_old\"]}");
    }

    private static void acceptedWithTheOldOne(JsonNode attempt) {
        assertThat(attempt.path("outcome").asText()).isEqualTo("accepted");
        JsonNode gate = unit(attempt);
        assertThat(gate.path("verdict").asText()).isEqualTo("baseline");
        assertThat(gate.path("failures").path("new").asInt()).isZero();
        assertThat(gate.path("failures").path("before").asInt()).isEqualTo(1);
    }

    private static JsonNode unit(JsonNode attempt) {
        for (JsonNode gate : attempt.path("gates")) {
            if (gate.path("name").asText().equals("unit")) {
                return gate;
            }
        }
        throw new AssertionError("no gate `unit`: " + attempt);
    }
}
