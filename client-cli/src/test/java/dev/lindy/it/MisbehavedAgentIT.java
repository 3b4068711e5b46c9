package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents that do what they should not: nothing of it passes for work, and the user's things stay as they are. */
class MisbehavedAgentIT {

    private static final String COMMIT = "@git -c core.hooksPath=/dev/null commit -q -a -m work";

    private LindyHome home;
    private GitProject project;
    private Path hookLog;

    @BeforeEach
    void setUp() throws IOException {
        home = LindyHome.create();
        project = GitProject.create(home);
        hookLog = home.root().resolve("hooks.log");
        leaveThingsAround();
    }

    @AfterEach
    void tearDown() {
        home.close();
    }

    /** Two stash entries, a staged, a changed and an untracked file, another branch, hooks that fail. */
    private void leaveThingsAround() throws IOException {
        project.git("branch", "theirs");
        project.git("config", "user.name", "A User");
        project.git("config", "user.email", "user@example.invalid");
        for (String text : List.of("first", "second")) {
            project.write("api/code.txt", text);
            project.git("stash", "push", "--quiet", "-m", text + " entry");
        }
        project.write("staged.txt", "staged");
        project.git("add", "staged.txt");
        project.write("web/code.txt", "changed");
        project.write("untracked.txt", "untracked");
        for (String hook :
                List.of("pre-commit", "commit-msg", "post-checkout", "post-commit", "reference-transaction")) {
            Path file = project.write(".git/hooks/" + hook, """
                    #!/bin/sh
                    # what an agent starts itself is its own affair
                    case ${GIT_CONFIG_PARAMETERS-} in *'Scripted Agent'*) exit 0 ;; esac
                    echo %s >>'%s'
                    exit 1
                    """.formatted(hook, hookLog));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    @Test
    void completesOnlyWhatIsWorkAndLeavesTheUsersThingsAlone() throws IOException {
        Map<String, String> before = Checkout.of(project);

        Result result = home.run(project.root(), "run", "-p", project.plan(tasks()));

        assertThat(result.exit()).as(result.stderr()).isEqualTo(1);
        assertThat(Checkout.of(project)).isEqualTo(before);
        assertThat(hookLog).doesNotExist();
        String run = result.stdout().strip();
        JsonNode shown = home.json("show", run);
        Map<Integer, String> ends = new TreeMap<>();
        shown.path("tasks")
                .forEach(task -> ends.put(
                        task.path("id").asInt(),
                        task.path("status").asText() + " "
                                + task.path("attempts").get(0).path("outcome").asText()));
        assertThat(ends)
                .isEqualTo(new TreeMap<>(Map.of(
                        1, "failed no_change",
                        2, "failed agent_failed",
                        3, "completed accepted",
                        4, "failed rejected_by_gate",
                        5, "failed agent_failed",
                        6, "completed accepted",
                        7, "completed accepted",
                        8, "failed agent_failed",
                        9, "failed agent_failed",
                        10, "failed agent_failed")));
        assertThat(project.files(shown.path("goalBranch").asText()))
                .containsExactlyInAnyOrder(
                        "api/3.txt",
                        "api/6.txt",
                        "api/7.txt",
                        "api/STATUS.md",
                        "api/code.txt",
                        "orchestrator.yaml",
                        "web/STATUS.md",
                        "web/code.txt");
        assertThat(report(run)).contains("On main: second entry", "vanished during the attempt and was put back");
    }

    @Test
    void putsBackSettingsThatAnAgentChangedAlsoForThoseWhoStartMeanwhile() throws IOException {
        Map<String, String> before = Checkout.of(project);
        Starts starts = new Starts(home);
        Path changed = starts.file("changed");
        String run = home.detached(
                project.root(),
                "-p",
                project.plan(
                        PlanTask.of(
                                1,
                                "api",
                                changingSettings("@env HOME " + changed, starts.hold(1), "@leave api/1.txt text")),
                        PlanTask.of(2, "web", "@wait-for " + changed, "@leave web/2.txt text"),
                        PlanTask.of(3, "web", starts.directive(3), starts.hold(3), "@leave web/3.txt text")
                                .after(2)));
        starts.await(3);
        starts.release(1);
        await().atMost(LindyHome.LONG)
                .untilAsserted(() -> assertThat(Checkout.of(project)).isEqualTo(before));
        starts.release(3);

        Result result = home.run(project.root(), "watch", run);

        assertThat(result.exit()).as(result.stderr()).isZero();
        assertThat(Checkout.of(project)).isEqualTo(before);
        assertThat(report(run)).contains("core.bare", "core.hookspath", "user.email", "were put back");
    }

    @Test
    void putsBackSettingsThatAnAgentChangedBeforeItWasCanceled() {
        Map<String, String> before = Checkout.of(project);
        String run = home.detached(
                project.root(), "-p", project.plan(PlanTask.of(1, "api", changingSettings("@wait-for /no/such/file"))));
        Path config = project.root().resolve(".git/config");
        await().atMost(LindyHome.LONG).until(() -> Files.readString(config).contains("bare = true"));

        assertThat(home.run(project.root(), "cancel", run).exit()).isZero();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Checkout.of(project)).isEqualTo(before));
    }

    private static String[] changingSettings(String... more) {
        return Stream.concat(
                        Stream.of(
                                "@git config user.email agent@example.invalid",
                                "@git config core.hooksPath .husky",
                                "@git config core.bare true"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private PlanTask[] tasks() {
        return Stream.of(
                        PlanTask.of(1, "api", "@nothing").mustChange(),
                        PlanTask.of(2, "api", "@leave api/2.txt text", "@is-error no luck"),
                        PlanTask.of(3, "api", "@leave api/3.txt left without a commit"),
                        PlanTask.of(4, "api", "@leave web/4.txt outside of the module"),
                        PlanTask.of(5, "api", "@leave api/.env SECRET=1"),
                        PlanTask.of(6, "api", "@stash-pop", "@git reset -q --hard", "@leave api/6.txt text"),
                        PlanTask.of(
                                7,
                                "api",
                                "@git init -q api/inner",
                                "@leave api/inner/file.txt text",
                                "@git -C api/inner add -A",
                                "@git -C api/inner commit -q -m Inner",
                                "@leave api/7.txt text",
                                "@git-add-all"),
                        PlanTask.of(8, "api", "@leave api/8.txt text", "@is-error limits reached", "@exit 0"),
                        PlanTask.of(
                                9,
                                "api",
                                "@attempt 1 @leave api/code.txt mine",
                                "@attempt 1 " + COMMIT,
                                "@attempt 1 @git -c core.hooksPath=/dev/null checkout -q --detach HEAD~1",
                                "@attempt 1 @leave api/code.txt other",
                                "@attempt 1 " + COMMIT,
                                "@attempt 1 @git -c core.hooksPath=/dev/null merge HEAD@{2}"),
                        PlanTask.of(10, "api", "@leave api/10.txt text", "@output 5000", "@exit 0"))
                .toArray(PlanTask[]::new);
    }

    private String report(String run) throws IOException {
        return Files.readString(project.root().resolve(".orchestrator/runs/" + run + "/report.md"));
    }
}
