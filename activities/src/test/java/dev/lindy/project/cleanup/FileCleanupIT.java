package dev.lindy.project.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.cleanup.Finding.Fate;
import dev.lindy.run.RunStatus;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence, sessions, logs and plans. */
class FileCleanupIT {

    private OldProject project;

    @BeforeEach
    void project(@TempDir Path folder) throws IOException {
        project = new OldProject(folder);
    }

    private static String session(String status, String startedAt) {
        return "{\"session_id\": \"x\", \"goal\": \"Add login\", \"status\": \"%s\", \"started_at\": \"%s\"}"
                .formatted(status, startedAt);
    }

    @Test
    void removesEvidenceOfARunThatEndedLongAgoWithItsLink() throws IOException {
        RunFolder run = project.run("0badcafe", RunStatus.COMPLETED, 31);
        Path link = project.root.resolve(".orchestrator/runs/0badcafe");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, run.root());

        Finding finding = project.finding("0badcafe");

        assertThat(finding.category()).isEqualTo(Category.OLD_RUN);
        assertThat(finding.disposal().dispose()).isEmpty();
        assertThat(run.root()).doesNotExist();
        assertThat(Files.isSymbolicLink(link)).isFalse();
        try (Stream<Path> left = Files.list(project.state.runs())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void keepsEvidenceOfRunsAtWorkOfYoungOnesAndOfThoseWithAWorktree() throws IOException {
        project.run("00000001", RunStatus.RUNNING, 90);
        project.run("00000002", RunStatus.FAILED, 29);
        project.run("00000003", RunStatus.FAILED, 90);
        Files.createDirectories(project.state.root().resolve("worktrees/00000003/task-1"));

        assertThat(project.look().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("00000003");
            assertThat(finding.fate()).isEqualTo(Fate.KEEP);
        });
    }

    @Test
    void keepsEvidenceOfARunThatWasResumedMeanwhile() {
        project.run("0badcafe", RunStatus.FAILED, 31);
        Finding finding = project.finding("0badcafe");
        RunFolder run = project.run("0badcafe", RunStatus.RUNNING, 0);

        assertThat(finding.disposal().dispose()).isEqualTo("the run goes on again");
        assertThat(run.header()).exists();
    }

    @Test
    void leavesRunsOfOtherProjectsAlone() throws IOException {
        RunFolder run = project.run("0badcafe", RunStatus.COMPLETED, 90);
        String start = Files.readString(run.start());
        Files.writeString(run.start(), start.replace(project.root.toString(), "/elsewhere"));

        assertThat(project.look().findings()).isEmpty();
    }

    @Test
    void putsOldSessionsOfBothVersionsIntoTheArchive() throws IOException {
        project.file(".orchestrator/sessions/aaaa1111.json", session("paused", "2026-05-14T09:31:02.114900+00:00"));
        project.file(".orchestrator/sessions/bbbb2222/session.json", session("completed", "2026-05-14T09:31:02"));
        project.file(".orchestrator/sessions/cccc3333.json", session("completed", "2026-10-30T09:31:02Z"));

        assertThat(project.look().findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.disposal().dispose()).isEmpty());
        Path archive = project.root.resolve(".orchestrator/sessions/archive");
        assertThat(archive.resolve("aaaa1111.json")).exists();
        assertThat(archive.resolve("bbbb2222/session.json")).exists();
        assertThat(project.look().findings()).isEmpty();
    }

    @Test
    void neverArchivesOverAnotherSession() throws IOException {
        Path session =
                project.file(".orchestrator/sessions/aaaa1111.json", session("completed", "2026-05-14T09:31:02Z"));
        Path earlier = project.file(".orchestrator/sessions/archive/aaaa1111.json", "earlier");

        assertThat(project.finding("aaaa1111").disposal().dispose()).contains("is there already");
        assertThat(session).exists();
        assertThat(earlier).hasContent("earlier");
    }

    @Test
    void keepsSessionsThatCannotBeReadAndThoseOfRunsThatGoOn() throws IOException {
        project.file(".orchestrator/sessions/aaaa1111.json", "{\"session_id\": ");
        project.run("0badcafe", RunStatus.PAUSED, 90);
        project.file(".orchestrator/sessions/0badcafe.json", session("in_progress", "2026-05-14T09:31:02Z"));

        assertThat(project.look().findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.fate()).isEqualTo(Fate.KEEP));
    }

    @Test
    void renamesALogThatIsTooLarge() throws IOException {
        Path log = project.file(".orchestrator/logs/actions.jsonl", "");
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength((10L << 20) + 1);
        }

        assertThat(project.finding("actions.jsonl").disposal().dispose()).isEmpty();

        assertThat(log).doesNotExist();
        assertThat(log.resolveSibling("actions-20261101-100000.jsonl")).hasSize((10L << 20) + 1);
    }

    @Test
    void namesOldPlansWhoseGoalNoSessionHas() throws IOException {
        project.file(".orchestrator/sessions/cccc3333.json", session("completed", "2026-10-30T09:31:02Z"));
        for (String goal : new String[] {"Add login", "Add logout"}) {
            Path plan = project.file(
                    ".orchestrator/plans/" + goal.replace(' ', '-') + ".json",
                    "{\"goal\": \"" + goal + "\", \"tasks\": []}");
            Files.setLastModifiedTime(plan, FileTime.from(OldProject.NOW.minus(Duration.ofDays(31))));
        }

        assertThat(project.look().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(".orchestrator/plans/Add-logout.json");
            assertThat(finding.fate()).isEqualTo(Fate.NOTICE);
        });
    }
}
