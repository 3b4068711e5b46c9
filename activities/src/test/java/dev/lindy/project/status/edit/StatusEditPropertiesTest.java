package dev.lindy.project.status.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.status.GeneratedStatus;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.ModuleStatus.WorkItem;
import dev.lindy.project.status.StatusOutline;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for each edit of each file; the seed of a file that fails is in the message. */
class StatusEditPropertiesTest {

    private static final int FILES = 500;

    @Test
    void everyFileIsTheTextOfItsOutline() {
        for (long seed = 0; seed < FILES; seed++) {
            String file = new GeneratedStatus(seed).file();

            assertThat(StatusOutline.of(file).text()).as("seed %d", seed).isEqualTo(file);
        }
    }

    @Test
    void anEditChangesWhatItSaysAndNothingElse() throws UneditableStatusException {
        for (long seed = 0; seed < FILES; seed++) {
            GeneratedStatus generated = new GeneratedStatus(seed);
            StatusEditor before = StatusEditor.of(generated.file());
            DoneItem item = new DoneItem("N-1", generated.cell(), generated.cell(), generated.cell());

            StatusEditor after = before.put(item);

            ModuleStatus status = after.status();
            assertThat(status.completed())
                    .as("seed %d", seed)
                    .hasSize(before.status().completed().size() + 1)
                    .last()
                    .extracting(DoneItem::id)
                    .isEqualTo("N-1");
            assertThat(without(status)).as("seed %d", seed).isEqualTo(without(before.status()));
            assertThat(after.put(item).text()).as("seed %d", seed).isEqualTo(after.text());
        }
    }

    @Test
    void allBytesOutsideOfTheEditStay() throws UneditableStatusException {
        for (long seed = 0; seed < FILES; seed++) {
            StatusEditor before = StatusEditor.of(new GeneratedStatus(seed).file());
            StatusEditor whole =
                    before.put(new DoneItem("N-0", "x", "y", "z")).put(new WorkItem("N-0", "", "", "", "", ""));

            StatusEditor edited = whole.put(new DoneItem("N-1", "x", "y", "z"))
                    .put(new WorkItem("N-1", "", "", "", "", ""))
                    .complete(new DoneItem("N-1", "x", "y", "z"))
                    .remove(StatusSection.COMPLETED, "N-1");

            assertThat(edited.text()).as("seed %d", seed).isEqualTo(whole.text());
            assertThat(isSubsequence(before.text(), whole.text()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    @Timeout(120)
    void hostileFilesTakeLinearTime() throws UneditableStatusException {
        String head = "## Completed (Recent)\n| ID | Task |\n|--|--|\n";
        List<String> files = new ArrayList<>();
        files.add(head + "| a | b |\n".repeat(100_000));
        files.add(head + "| a |" + "x".repeat(1 << 20) + "|\n");
        files.add(head + "| a | x" + "`".repeat(1 << 20) + "x |\n");
        files.add(head + "| a | " + "**x".repeat(1 << 18) + " |\n");
        files.add(head + "|".repeat(1 << 20) + "\n");
        files.add(head + "| a | b |\r| c | d |\r\n| e | f |\n".repeat(30_000));
        files.add(head + "\\|".repeat(1 << 19) + "\n");
        files.add(head + "| a | b |\n\n".repeat(50_000) + "## x\n".repeat(50_000));
        for (String file : files) {
            StatusEditor edited = StatusEditor.of(file).complete(new DoneItem("N-1", "x", "y", "z"));

            assertThat(edited.text()).hasSize(file.length() + "| N-1 | x |\n".length());
        }
    }

    @Test
    void everyPrefixOfAFileIsReadAndEditedOrRefused() {
        String file = new GeneratedStatus(7).file();
        for (int end = 0; end < file.length(); end++) {
            String part = file.substring(0, end);
            try {
                StatusEditor edited = StatusEditor.of(part).meta("last_updated", "now");
                assertThat(edited.status().lastUpdated()).isEqualTo("now");
            } catch (UneditableStatusException refused) {
                assertThat(StatusReader.parse(part).lastUpdated()).isNotEqualTo("now");
            }
        }
    }

    /** All that is no row of Completed (Recent). */
    private static List<Object> without(ModuleStatus status) {
        return List.of(
                status.module(),
                status.lastUpdated(),
                status.health(),
                status.activeWork(),
                status.backlog(),
                status.requests(),
                status.deliverables(),
                status.keyMetrics(),
                status.blockers());
    }

    private static boolean isSubsequence(String part, String whole) {
        int found = 0;
        for (int i = 0; i < whole.length() && found < part.length(); i++) {
            if (whole.charAt(i) == part.charAt(found)) {
                found++;
            }
        }
        return found == part.length();
    }
}
