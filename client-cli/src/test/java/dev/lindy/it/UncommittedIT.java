package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that start from what the user has not committed. */
class UncommittedIT {

    private LindyHome home;
    private GitProject project;

    @BeforeEach
    void setUp() {
        home = LindyHome.create();
        project = GitProject.create(home);
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    @Test
    void startFromASnapshotAlsoWhenContinuedAndLeaveTheUsersWorkAlone() throws IOException {
        String first = project.git("rev-parse", "HEAD");
        project.write("api/code.txt", "changed\n");
        project.write("api/new.txt", "new\n");
        project.write(".env", "TOKEN=t\n");
        project.git("add", "api/code.txt");
        Path open = home.root().resolve("open");
        String plan = project.plan(PlanTask.of(1, "api", "@write api/done.txt done", "@commit Done")
                .gate("test -f '" + open + "'"));
        String before = project.git("status", "--porcelain", "--untracked-files=all");

        Result failed = home.run(project.root(), "run", "-p", plan, "--include-uncommitted");
        String run = failed.stdout().strip();
        Files.createFile(open);
        Result resumed = home.run(project.root(), "resume", run);

        assertThat(failed.exit()).as(failed.toString()).isEqualTo(1);
        assertThat(resumed.exit()).as(resumed.toString()).isZero();
        JsonNode shown = home.json("show", run);
        String base = shown.path("base").path("commit").asText();
        String goal = shown.path("goalBranch").asText();
        assertThat(shown.path("base").path("branch").asText()).isEqualTo("main");
        assertThat(project.git("rev-parse", base + "^")).isEqualTo(first);
        assertThat(project.git("merge-base", base, goal)).isEqualTo(base);
        assertThat(project.file(goal, "api/code.txt")).isEqualTo("changed");
        assertThat(project.files(goal)).contains("api/new.txt", "api/done.txt").doesNotContain(".env");
        assertThat(project.git("status", "--porcelain", "--untracked-files=all"))
                .isEqualTo(before);
        assertThat(project.git("rev-parse", "HEAD")).isEqualTo(first);
    }
}
