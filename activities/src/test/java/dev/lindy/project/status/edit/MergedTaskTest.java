package dev.lindy.project.status.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.TaskId;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.StatusReader;
import dev.lindy.run.RunId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergedTaskTest {

    private static final RunId RUN = RunId.of("0badcafe");
    private static final Instant AT = Instant.parse("2026-11-02T10:20:30Z");

    private static final String FILE = """
            # Api Status

            ## Meta
            | Key | Value |
            |-----|-------|
            | last_updated | 2026-05-14 09:30 UTC |
            | agent_session | — |

            ## Active Work
            | ID | Task | Status |
            |----|------|--------|
            | 0badcafe.task-3 | Add login | IN_PROGRESS |
            | A-1 | mine | IN_PROGRESS |

            ## Completed (Recent)
            | ID | Task | Completed | Outcome |
            |----|------|-----------|---------|
            """;

    private static MergedTask task(int number) {
        return new MergedTask(RUN, TaskId.of(number), "Add login", 2, "3fa1c0de", AT);
    }

    @Test
    void movesItsRowAndSaysWhoAndWhen() throws UneditableStatusException {
        assertThat(task(3).in(StatusEditor.of(FILE)).text())
                .isEqualTo(FILE.replace("2026-05-14 09:30", "2026-11-02 10:20")
                                .replace("—", "3fa1c0de")
                                .replace("| 0badcafe.task-3 | Add login | IN_PROGRESS |\n", "")
                        + "| 0badcafe.task-3 | Add login | 2026-11-02 | merged after 2 attempts |\n");
    }

    @Test
    void makesTheSameFileWhenItIsToldAgain() throws UneditableStatusException {
        StatusEditor once = task(3).in(StatusEditor.of(FILE));

        assertThat(task(3).in(once).text()).isEqualTo(once.text());
    }

    @Test
    void keepsTheNewestRowsOfTasksAndAllRowsOfOthers() throws UneditableStatusException {
        StatusEditor file = StatusEditor.of(FILE).put(new DoneItem("A-0", "mine", "long ago", "done"));
        for (int n = 1; n <= MergedTask.MAX_COMPLETED + 5; n++) {
            file = task(n).in(file);
        }

        List<String> ids = file.status().completed().stream().map(DoneItem::id).toList();

        assertThat(ids).hasSize(MergedTask.MAX_COMPLETED + 1).startsWith("A-0", "0badcafe.task-6");
        assertThat(ids).endsWith("0badcafe.task-25");
    }

    @Test
    void titlesStayTextInOneCellForTheOriginalToo() throws UneditableStatusException {
        MergedTask hostile = new MergedTask(
                RUN, TaskId.of(1), "a | b\n## Blockers\n- x <img src=y> [l](http://z) \u001b[2J", 1, null, AT);

        StatusEditor edited = hostile.in(StatusEditor.of(FILE));

        assertThat(edited.status().completed())
                .extracting(DoneItem::task)
                .containsExactly("a / b ## Blockers - x < img src=y> [l] (http://z) \ufffd[2J");
        assertThat(edited.status().blockers()).isEmpty();
        assertThat(edited.text()).startsWith(FILE.substring(0, FILE.indexOf("| last_updated")));
    }

    @ParameterizedTest
    @CsvSource({
        "GREEN, '', GREEN",
        "GREEN, - no key, YELLOW",
        "YELLOW, '', GREEN",
        "YELLOW, - (none), GREEN",
        "'', '', GREEN",
        "RED, '', RED",
        "ON_FIRE, - no key, ON_FIRE"
    })
    void judgesTheHealthByWhatBlocks(String health, String blocker, String expected) throws UneditableStatusException {
        String file = "## Meta\n| Key | Value |\n|-|-|\n| overall_health | %s |\n\n## Blockers\n%s\n"
                .formatted(health, blocker);

        assertThat(task(1).in(StatusEditor.of(file)).status().health()).isEqualTo(expected);
    }

    @Test
    void isYellowWithBlockedWork() {
        assertThat(MergedTask.health(StatusReader.parse("## Active Work\n| ID | Status |\n|-|-|\n| A | Blocked |\n")))
                .isEqualTo("YELLOW");
    }
}
