package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two goals at once in one repository, from two shells. */
class TwoGoalsIT {

    private LindyHome home;
    private GitProject project;
    private Starts starts;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
        starts = new Starts(home);
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    @Test
    void shareNeitherBranchNorWorktreeNorEnvironment() throws IOException {
        LindyProcess one = start("one", 1);
        LindyProcess two = start("two", 2);
        starts.await(1, 2);
        starts.release(1, 2);
        Result first = one.await(LindyHome.LONG);
        Result second = two.await(LindyHome.LONG);

        assertThat(first.exit()).as(first.stderr()).isZero();
        assertThat(second.exit()).as(second.stderr()).isZero();
        sawItsCaller("one");
        sawItsCaller("two");
        assertThat(starts.of(1).get(0).directory())
                .isNotEqualTo(starts.of(2).get(0).directory());
        List<String> branches = List.of(branch(first), branch(second));
        assertThat(branches).doesNotHaveDuplicates();
        assertThat(project.files(goal(first))).contains("api/one.txt").doesNotContain("api/two.txt");
        assertThat(project.files(goal(second))).contains("api/two.txt").doesNotContain("api/one.txt");
    }

    private LindyProcess start(String name, int log) {
        String plan = project.plan(PlanTask.of(
                1,
                "api",
                "@env PATH " + seen(name, "PATH"),
                "@env VIRTUAL_ENV " + seen(name, "VIRTUAL_ENV"),
                starts.directive(log),
                starts.hold(log),
                "@write api/%s.txt text".formatted(name),
                "@commit " + name));
        return home.start(
                project.root(), Map.of("PATH", path(name), "VIRTUAL_ENV", "/venv/" + name), "run", "-p", plan);
    }

    private String path(String name) {
        return home.root().resolve("bin " + name) + ":" + home.environment().get("PATH");
    }

    private Path seen(String name, String variable) {
        return home.root().resolve("seen-%s-%s".formatted(variable, name));
    }

    private void sawItsCaller(String name) throws IOException {
        assertThat(seen(name, "PATH")).hasContent(path(name));
        assertThat(Files.readString(seen(name, "VIRTUAL_ENV")).strip()).isEqualTo("/venv/" + name);
    }

    private String branch(Result result) {
        return home.json("show", result.stdout().strip())
                .path("tasks")
                .get(0)
                .path("branch")
                .asText();
    }

    private String goal(Result result) {
        return home.json("show", result.stdout().strip()).path("goalBranch").asText();
    }
}
