package dev.lindy.project.status.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.merge.MergedStatus.Conflict;
import dev.lindy.project.status.merge.MergedStatus.Conflicted;
import dev.lindy.project.status.merge.MergedStatus.Merged;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatusMergeTest {

    private static final String BASE = """
            # Api Status

            ## Meta
            | Key | Value |
            |-----|-------|
            | last_updated | 2026-05-14 09:30 UTC |
            | overall_health | GREEN |

            ## Active Work
            | ID | Task | Status |
            |----|------|--------|
            | A-1 | One | IN_PROGRESS |
            | A-2 | Two | IN_PROGRESS |

            ## Completed (Recent)
            | ID | Task | Completed | Outcome |
            |----|------|-----------|---------|

            ## Backlog
            - [ ] later

            ## Blockers
            - (none)

            ## Notes
            first
            second
            third
            """;

    @Test
    void keepsTheRowsOfBothSides() {
        String table = "|----|------|-----------|---------|\n";
        String ours = BASE.replace(table, table + "| B | mine | | |\n").replace("| A-1 | One | IN_PROGRESS |\n", "");
        String theirs =
                BASE.replace(table, table + "| A | yours | | |\n").replace("| A-2 | Two | IN_", "| A-2 | Two | X_");

        assertThat(merged(BASE, ours, theirs))
                .isEqualTo(BASE.replace(table, table + "| A | yours | | |\n| B | mine | | |\n")
                        .replace("| A-1 | One | IN_PROGRESS |\n", "")
                        .replace("| A-2 | Two | IN_", "| A-2 | Two | X_"));
    }

    @Test
    void mergesARowThatBothChangedByItsCells() {
        String ours = BASE.replace("| A-1 | One | IN_PROGRESS |", "| A-1 | One | REVIEW |");
        String theirs = BASE.replace("| A-1 | One | IN_PROGRESS |", "| A-1 | First a\\|b | IN_PROGRESS |");

        assertThat(merged(BASE, ours, theirs))
                .isEqualTo(BASE.replace("| A-1 | One | IN_PROGRESS |", "| A-1 | First a\\|b | REVIEW |"));
    }

    @Test
    void takesTheNewestValuesOfMeta() {
        String ours = BASE.replace("05-14 09:30", "05-15 10:00").replace("GREEN", "YELLOW");
        String theirs = BASE.replace("05-14 09:30", "05-16 10:00").replace("GREEN", "RED");

        assertThat(merged(BASE, ours, theirs)).isEqualTo(theirs);
        assertThat(merged(BASE, theirs, ours)).isEqualTo(theirs);
    }

    @Test
    void keepsAValueThatOnlyTheOlderSideChanged() {
        String ours = BASE.replace("05-14 09:30", "05-15 10:00").replace("GREEN", "RED");
        String theirs = BASE.replace("05-14 09:30", "05-16 10:00");

        assertThat(StatusReader.parse(merged(BASE, ours, theirs)).health()).isEqualTo("RED");
    }

    @Test
    void mergesBulletsAsSets() {
        String ours = BASE.replace("- (none)", "- no key").replace("- [ ] later", "- [x] later\n- [ ] soon");
        String theirs =
                BASE.replace("- (none)", "- no key\n- no staging").replace("- [ ] later", "- [ ] later\n- [ ] now");

        ModuleStatus status = StatusReader.parse(merged(BASE, ours, theirs));

        assertThat(status.blockers()).containsExactly("no key", "no staging");
        assertThat(status.backlog()).containsExactly("later", "now", "soon");
    }

    @Test
    void mergesTextThatIsApartAndSectionsThatAreNew() {
        String ours = BASE.replace("first", "1st") + "\n## Ours\nx\n";
        String theirs = BASE.replace("# Api Status", "# API");

        assertThat(merged(BASE, ours, theirs)).isEqualTo(ours.replace("# Api Status", "# API"));
    }

    @Test
    void tellsAllConflictsWithTheirLines() {
        String ours = BASE.replace("second", "ours").replace("| A-1 | One |", "| A-1 | ours |");
        String theirs = BASE.replace("second", "theirs").replace("| A-1 | One | IN_PROGRESS |\n", "");

        MergedStatus merged = StatusMerge.of(BASE, ours, theirs);

        assertThat(merged).isInstanceOfSatisfying(Conflicted.class, conflicted -> {
            assertThat(conflicted.conflicts()).hasSize(2);
            Conflict row = conflicted.conflicts().get(0);
            assertThat(row.section()).isEqualTo("active work");
            assertThat(row.ours()).containsExactly("| A-1 | ours | IN_PROGRESS |");
            assertThat(row.theirs()).isEmpty();
            assertThat(conflicted.conflicts().get(1).ours()).contains("ours");
            assertThat(conflicted.conflicts().get(1).theirs()).contains("theirs");
        });
    }

    @Test
    void mergesFilesThatBothSidesMade() {
        String ours = BASE.replace("| A-1 | One | IN_PROGRESS |\n", "");

        assertThat(StatusReader.parse(merged("", ours, BASE)).activeWork()).hasSize(2);
    }

    @Test
    void keepsLineEndsMarkAndAnOpenEnd() {
        String base = "\uFEFF" + BASE.replace("\n", "\r\n").stripTrailing();
        String ours = base.replace("| A-1 | One |", "| A-1 | ours |");
        String theirs = base.replace("| A-2 | Two |", "| A-2 | theirs |");

        assertThat(merged(base, ours, theirs)).isEqualTo(ours.replace("| A-2 | Two |", "| A-2 | theirs |"));
    }

    @Test
    void takesASectionWithAnIdTwiceForText() {
        String twice = BASE.replace("| A-2 |", "| A-1 |");
        String ours = twice.replace("| A-1 | One |", "| A-1 | ours |");
        String theirs = twice.replace("| A-1 | Two |", "| A-1 | theirs |");

        assertThat(StatusMerge.of(twice, ours, theirs)).isInstanceOf(Conflicted.class);
        assertThat(merged(twice, ours, twice)).isEqualTo(ours);
    }

    @Test
    void keepsTheNewOrderOfOneSide() {
        String first = "| A-1 | One | IN_PROGRESS |\n";
        String second = "| A-2 | Two | IN_PROGRESS |\n";
        String ours = BASE.replace(first + second, second + first);
        String theirs = BASE.replace("| A-2 | Two |", "| A-2 | two |");

        assertThat(merged(BASE, ours, theirs)).isEqualTo(ours.replace("| A-2 | Two |", "| A-2 | two |"));
        assertThat(merged(BASE, ours, BASE)).isEqualTo(ours);
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] good = BASE.getBytes(StandardCharsets.UTF_8);

        assertThat(StatusMerge.of(good, good, new byte[] {(byte) 0xff}))
                .isEqualTo(new MergedStatus.Refused("a version is not UTF-8 text"));
        assertThat(StatusMerge.of(good, new byte[1 << 20], good)).isInstanceOf(MergedStatus.Refused.class);
        assertThat(StatusMerge.of(good, good, new byte[1]))
                .isEqualTo(new MergedStatus.Refused("a version is a binary file"));
    }

    @Test
    void addsRowsOfBothSidesToAnEmptyTable() {
        String table = "|----|------|-----------|---------|\n";
        String ours = BASE.replace(table, table + "| run.task-2 | b | d | merged |\n");
        String theirs = BASE.replace(table, table + "| T | agent's | d | done |\n");

        assertThat(StatusReader.parse(merged(BASE, ours, theirs)).completed())
                .extracting(DoneItem::id)
                .containsExactly("T", "run.task-2");
    }

    private static String merged(String base, String ours, String theirs) {
        MergedStatus merged = StatusMerge.of(base, ours, theirs);
        assertThat(merged).isInstanceOf(Merged.class);
        return ((Merged) merged).text();
    }
}
