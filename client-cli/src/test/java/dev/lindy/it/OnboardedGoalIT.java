package dev.lindy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** From a project that Lindy has never seen to a goal that is reached, with what onboarding wrote. */
class OnboardedGoalIT {

    @Test
    void aGoalIsReachedWithTheFilesOfOnboarding() throws IOException {
        try (LindyHome home = LindyHome.create()) {
            GitProject project = stranger(home);

            Result onboarded = home.run(project.root(), "onboard", "-y");
            // the only agent that is sure to be here
            String config = Files.readString(project.root().resolve("orchestrator.yaml"));
            project.write("orchestrator.yaml", config.replace("dispatcher:\n", "dispatcher:\n  provider: scripted\n"));
            project.git("add", "--all");
            project.commit("Onboard");
            Result valid = home.run(project.root(), "validate");
            Result run = home.run(
                    project.root(),
                    "run",
                    "-p",
                    project.plan(
                            PlanTask.of(1, "api", "@write api/new.txt 1", "@commit one"),
                            PlanTask.of(2, "web", "@write web/new.txt 2", "@commit two")));

            assertThat(onboarded.exit()).as(onboarded.toString()).isZero();
            assertThat(valid.exit()).as(valid.toString()).isZero();
            assertThat(run.exit()).as(run.toString()).isZero();
            JsonNode shown = home.json("show", run.stdout().strip());
            assertThat(shown.path("tasks")
                            .path(0)
                            .path("attempts")
                            .path(0)
                            .path("gates")
                            .toString())
                    .contains("api-make-test");
            assertThat(project.files(shown.path("goalBranch").asText())).contains("api/new.txt", "web/new.txt");
        }
    }

    @Test
    void anAgentProposesAProjectWithoutAnEngine() throws IOException {
        try (LindyHome home = LindyHome.create()) {
            Path folder = home.folder("new");
            String proposal = "{\"project_name\": \"boats\", \"modules\": [{\"name\": \"api\", \"path\": \"api\"}]}";

            Result result = home.run(
                    folder, "scaffold", "--provider", "scripted", "-y", "Boats\n\n```plan\n" + proposal + "\n```\n");

            assertThat(result.exit()).as(result.toString()).isZero();
            assertThat(folder.resolve("api/STATUS.md")).isRegularFile();
            assertThat(home.withCommand("start-dev")).isEmpty();
            assertThat(home.withCommand("InquiryMain")).isEmpty();
        }
    }

    /** Two modules with a Makefile each. */
    private static GitProject stranger(LindyHome home) throws IOException {
        GitProject project = GitProject.create(home);
        Files.delete(project.root().resolve("orchestrator.yaml"));
        Files.delete(project.root().resolve("api/STATUS.md"));
        Files.delete(project.root().resolve("web/STATUS.md"));
        project.write("api/Makefile", "test:\n\ttest -f code.txt\n");
        project.write("web/Makefile", "lint:\n\ttest -f code.txt\n");
        project.git("add", "--all");
        project.commit("Makefiles");
        return project;
    }
}
