package dev.lindy.project.status.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.status.GeneratedStatus;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.ModuleStatus.Request;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSection;
import dev.lindy.project.status.edit.StatusEditor;
import dev.lindy.project.status.edit.UneditableStatusException;
import dev.lindy.project.status.merge.MergedStatus.Conflicted;
import dev.lindy.project.status.merge.MergedStatus.Merged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for each merge; the seed of one that fails is in the message. */
class StatusMergePropertiesTest {

    private static final int FILES = 200;

    @Test
    void itMakesNoDifferenceWhichSideIsOurs() throws UneditableStatusException {
        int merged = 0;
        for (long seed = 0; seed < FILES; seed++) {
            GeneratedStatus generated = new GeneratedStatus(seed);
            String base = generated.file();
            String ours = edited(generated, base, "A");
            String theirs = edited(generated, base, "B");

            MergedStatus result = StatusMerge.of(base, ours, theirs);

            MergedStatus turned = StatusMerge.of(base, theirs, ours);
            if (result instanceof Conflicted) {
                assertThat(turned).as("seed %d", seed).isInstanceOf(Conflicted.class);
            } else {
                assertThat(turned).as("seed %d", seed).isEqualTo(result);
                assertThat(rows(result)).as("seed %d", seed).contains("A", "B");
                merged++;
            }
        }
        assertThat(merged).isGreaterThan(FILES / 2);
    }

    @Test
    void aSideThatChangedNothingChangesNothing() throws UneditableStatusException {
        for (long seed = 0; seed < FILES; seed++) {
            GeneratedStatus generated = new GeneratedStatus(seed);
            String base = generated.file();
            String side = edited(generated, base, "A");

            assertThat(StatusMerge.of(base, side, base)).as("seed %d", seed).isEqualTo(new Merged(side));
            assertThat(StatusMerge.of(base, base, side)).as("seed %d", seed).isEqualTo(new Merged(side));
            assertThat(StatusMerge.of(base, side, side)).as("seed %d", seed).isEqualTo(new Merged(side));
        }
    }

    @Test
    @Timeout(120)
    void hostileFilesTakeLinearTime() {
        String head = "## Completed (Recent)\n| ID | Task |\n|--|--|\n";
        StringBuilder rows = new StringBuilder(head);
        for (int n = 0; n < 100_000; n++) {
            rows.append("| R-").append(n).append(" | b |\n");
        }
        for (String base : List.of(
                rows.toString(),
                head + "| a |" + "x".repeat(1 << 20) + "|\n",
                head + "| a | b |\r| c | d |\r\n| e | f |\n".repeat(30_000),
                "# x\n" + "prose\n".repeat(100_000) + "## y\n")) {
            String ours = base.replace("# ", "# X") + "z\n";
            String theirs = base + "y\n";

            assertThat(StatusMerge.of(base, ours, theirs)).isNotNull();
        }
    }

    private static String edited(GeneratedStatus generated, String base, String id) throws UneditableStatusException {
        StatusEditor editor = StatusEditor.of(base)
                .complete(new DoneItem(id, generated.cell(), generated.cell(), ""))
                .meta("last_updated", "2026-11-0" + generated.one(List.of(1, 2, 3)) + " 10:00 UTC");
        if (generated.likely(0.3)) {
            editor = editor.addBlocker("blocked by " + id);
        }
        if (generated.likely(0.3)) {
            editor = editor.remove(StatusSection.ACTIVE_WORK, "R-1");
        }
        if (generated.likely(0.3)) {
            editor = editor.put(new Request("R-0", "a", id, generated.cell(), "P1", "OPEN"));
        }
        return editor.text();
    }

    private static List<String> rows(MergedStatus result) {
        ModuleStatus status = StatusReader.parse(((Merged) result).text());
        return status.completed().stream().map(DoneItem::id).toList();
    }
}
