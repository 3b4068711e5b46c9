package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** STATUS.md of a module tells of its merged tasks, in the merge commits themselves. */
class StatusFileIT {

    private static final String STATUS = """
            # Api Status

            ## Meta
            | Key | Value |
            |-----|-------|
            | module | api |
            | last_updated | 2026-05-14 09:30 UTC |
            | overall_health | YELLOW |
            | agent_session | — |

            ## Completed (Recent)
            | ID | Task | Completed | Outcome |
            |----|------|-----------|---------|
            """;

    private LindyHome home;
    private GitProject project;
    private Starts starts;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
        starts = new Starts(home);
        project.write("api/STATUS.md", STATUS);
        project.git("rm", "--quiet", "web/STATUS.md");
        project.git("add", "--all");
        project.commit("Status");
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    @Test
    void rowsOfAgentsAndOfMergesMeetWithoutAConflict() throws IOException {
        Map<String, String> before = Checkout.of(project);
        String plan = project.plan(
                task(1),
                task(2),
                PlanTask.of(3, "web", "@write web/3.txt three", "@commit Three").after(1, 2));

        Result result = home.run(project.root(), "run", "-p", plan);

        assertThat(result.exit()).as(result.stderr()).isZero();
        String run = result.stdout().strip();
        JsonNode shown = home.json("show", run);
        assertThat(shown.path("tasks"))
                .allSatisfy(task -> assertThat(task.path("attempts")).hasSize(1));
        String goal = shown.path("goalBranch").asText();
        assertThat(rows(project.file(goal, "api/STATUS.md")))
                .hasSize(4)
                .anyMatch(row -> row.equals("| A-1 | by hand 1 | 2026-11-02 | done |"))
                .anyMatch(row -> row.equals("| A-2 | by hand 2 | 2026-11-02 | done |"))
                .anyMatch(row ->
                        row.matches("\\| " + run + "\\.task-1 \\| task 1 \\| \\d{4}-\\d\\d-\\d\\d \\| merged \\|"))
                .anyMatch(row -> row.startsWith("| " + run + ".task-2 | task 2 | "));
        assertThat(project.file(goal, "api/STATUS.md"))
                .startsWith("# Api Status\n\n## Meta\n")
                .doesNotContain("2026-05-14 09:30", "agent_session | —")
                .contains("| overall_health | GREEN |");
        assertThat(project.files(goal)).contains("web/3.txt").doesNotContain("web/STATUS.md");
        assertThat(project.git("log", "--merges", "--format=%s", goal).lines()).hasSize(3);
        // two trees of their own and the merged one: rows alone are nothing to judge
        assertThat(Files.readAllLines(starts.file("gate"))).hasSize(3).doesNotHaveDuplicates();
        assertThat(Checkout.of(project)).isEqualTo(before);
    }

    private PlanTask task(int id) {
        return PlanTask.of(
                        id,
                        "api",
                        starts.directive(id),
                        "@wait-for " + starts.file("task-" + (3 - id)),
                        "@append api/STATUS.md | A-%d | by hand %d | 2026-11-02 | done |".formatted(id, id),
                        "@write api/%d.txt text".formatted(id),
                        "@commit Task " + id)
                .gate("git rev-parse HEAD^{tree} >>'%s'".formatted(starts.file("gate")));
    }

    private static List<String> rows(String file) {
        String table = file.substring(file.indexOf("## Completed (Recent)"));
        return table.lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    }
}
