package dev.lindy.activities.integrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.git.RefUpdate;
import dev.lindy.plan.TaskId;
import dev.lindy.project.status.edit.MergedTask;
import dev.lindy.run.RunId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusRowsTest {

    private static final String OWN = "api/STATUS.md";

    private final StatusRows rows = new StatusRows(
            Set.of(OWN, "web/STATUS.md"),
            OWN,
            new MergedTask(
                    RunId.of("0badcafe"), TaskId.of(1), "Add login", 1, null, Instant.parse("2026-11-02T10:20:30Z")),
            commit -> new RefUpdate("refs/lindy/runs/0badcafe", null, commit));

    @Test
    void editsTheFileOfTheTasksModuleOnly() {
        Map<String, byte[]> edits = rows.edits(path -> bytes("# Status\n"));

        assertThat(edits).containsOnlyKeys(OWN);
        assertThat(text(edits.get(OWN)))
                .startsWith("# Status\n")
                .contains("| 0badcafe.task-1 | Add login | 2026-11-02 | merged |")
                .contains("| last_updated | 2026-11-02 10:20 UTC |")
                .doesNotContain("agent_session");
    }

    @Test
    void makesNoFileThatIsMissingAndLeavesAloneWhatItCannotEdit() {
        assertThat(rows.edits(path -> null)).isEmpty();
        assertThat(rows.edits(path -> new byte[] {(byte) 0xff})).isEmpty();
    }

    @Test
    void resolvesConflictsOfStatusFilesAlone() {
        String head = "## Active Work\n| ID | Task |\n|-|-|\n";

        assertThat(rows.resolves("web/STATUS.md")).isTrue();
        assertThat(rows.resolves("web/code.txt")).isFalse();
        assertThat(rows.resolve(OWN, bytes(head), bytes(head + "| a | 1 |\n"), bytes(head + "| b | 2 |\n")))
                .hasValueSatisfying(file -> assertThat(text(file)).isEqualTo(head + "| a | 1 |\n| b | 2 |\n"));
        assertThat(rows.resolve(OWN, bytes("a\n"), bytes("b\n"), bytes("c\n"))).isEmpty();
        assertThat(rows.resolve(OWN, bytes("a\n"), null, bytes("c\n"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
