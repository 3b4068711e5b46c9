package dev.lindy.project.status.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.project.status.ModuleStatus.Deliverable;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.ModuleStatus.Request;
import dev.lindy.project.status.ModuleStatus.WorkItem;
import dev.lindy.project.status.StatusReader;
import dev.lindy.project.status.StatusSection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusEditorTest {

    private static final DoneItem DONE = new DoneItem("T-1", "Add login", "2026-11-02", "merged");
    private static final WorkItem WORK = new WorkItem("T-1", "Add login", "IN_PROGRESS", "—", "2026-11-01", "");

    /** The file that the original's template makes. */
    private static final String TEMPLATE = """
            # Api Status

            ## Meta
            | Key | Value |
            |-----|-------|
            | module | api |
            | last_updated | 2026-05-14 09:30 UTC |
            | overall_health | GREEN |
            | agent_session | — |

            ## Active Work
            | ID | Task | Status | BlockedBy | Started | Notes |
            |----|------|--------|-----------|---------|-------|

            ## Completed (Recent)
            | ID | Task | Completed | Outcome |
            |----|------|-----------|---------|

            ## Backlog
            - (none)

            ## Cross-Module Requests
            | ID | From | To | Request | Priority | Status |
            |----|------|----|---------|----------|--------|

            ## Cross-Module Deliverables
            | ID | From | To | Deliverable | Status | Path |
            |----|------|----|-------------|--------|------|

            ## Key Metrics
            | Metric | Value |
            |--------|-------|

            ## Blockers
            - (none)
            """;

    @Test
    void setsAValueAndKeepsAllElse() throws UneditableStatusException {
        String file = "\uFEFF# Api\r\n\n## meta  \n|Key|Value|\r\n|--|--|\n|  last_updated|`then`   |  \r\nno end";

        assertThat(StatusEditor.of(file).meta("last_updated", "now").text()).isEqualTo(file.replace("`then`", "now"));
    }

    @Test
    void addsAValueThatIsMissing() throws UneditableStatusException {
        assertThat(StatusEditor.of("## Meta\n| Key | Value |\n|---|---|\n| module | api |")
                        .meta("overall_health", "RED")
                        .text())
                .isEqualTo("## Meta\n| Key | Value |\n|---|---|\n| module | api |\n| overall_health | RED |");
    }

    @Test
    void leavesAFileAloneThatSaysSoAlready() throws UneditableStatusException {
        String file = TEMPLATE.replace("| module | api |", "|module|  `api`|");

        assertThat(StatusEditor.of(file).meta("module", "api").text()).isEqualTo(file);
    }

    @Test
    void movesARowFromWorkToCompleted() throws UneditableStatusException {
        StatusEditor started = StatusEditor.of(TEMPLATE).put(WORK);

        assertThat(started.text())
                .isEqualTo(TEMPLATE.replace(
                        "|----|------|--------|-----------|---------|-------|\n",
                        "|----|------|--------|-----------|---------|-------|\n"
                                + "| T-1 | Add login | IN_PROGRESS | — | 2026-11-01 |  |\n"));
        assertThat(started.complete(DONE).text())
                .isEqualTo(TEMPLATE.replace(
                        "|----|------|-----------|---------|\n",
                        "|----|------|-----------|---------|\n| T-1 | Add login | 2026-11-02 | merged |\n"));
    }

    @Test
    void writesTheSameRowOnlyOnce() throws UneditableStatusException {
        StatusEditor once = StatusEditor.of(TEMPLATE).complete(DONE);

        assertThat(once.complete(DONE).text()).isEqualTo(once.text());
    }

    @Test
    void addsRequestsDeliverablesAndBullets() throws UneditableStatusException {
        StatusEditor edited = StatusEditor.of(TEMPLATE)
                .put(new Request("R-1", "api", "web", "Send header", "P1", "OPEN"))
                .put(new Deliverable("D-1", "api", "web", "OpenAPI", "DONE", "docs/api.json"))
                .addBlocker("no staging")
                .addBlocker("no key")
                .addBacklog("tidy up");

        assertThat(edited.text())
                .contains("| R-1 | api | web | Send header | P1 | OPEN |\n\n## Cross-Module Del")
                .contains("| D-1 | api | web | OpenAPI | DONE | docs/api.json |\n\n## Key")
                .contains("## Backlog\n- [ ] tidy up\n\n")
                .endsWith("## Blockers\n- no staging\n- no key\n");
        assertThat(edited.status().backlog()).containsExactly("tidy up");
    }

    @Test
    void makesWhatIsMissingAsTheTemplateHasIt() throws UneditableStatusException {
        String file = "# Api\n\nProse.\n\n## Notes\nmine\n";

        String edited = StatusEditor.of(file)
                .addBlocker("x")
                .put(WORK)
                .complete(DONE)
                .meta("overall_health", "GREEN")
                .text();

        assertThat(edited).isEqualTo(file + """

                ## Meta
                | Key | Value |
                |-----|-------|
                | overall_health | GREEN |

                ## Active Work
                | ID | Task | Status | BlockedBy | Started | Notes |
                |----|------|--------|-----------|---------|-------|

                ## Completed (Recent)
                | ID | Task | Completed | Outcome |
                |----|------|-----------|---------|
                | T-1 | Add login | 2026-11-02 | merged |

                ## Blockers
                - x
                """);
    }

    @Test
    void putsTheColumnsInTheOrderOfTheFile() throws UneditableStatusException {
        String head = "## Completed (Recent)\n| Outcome | Owner | ID | Task |\n|-|-|-|-|\n";

        assertThat(StatusEditor.of(head).complete(DONE).text()).isEqualTo(head + "| merged |  | T-1 | Add login |\n");
    }

    @Test
    void escapesWhatWouldBreakARow() throws UneditableStatusException {
        DoneItem hostile = new DoneItem("T|1", "a | b\n## Blockers\r\n- x\u0000\u001b[31m\u202e", "2026", "`x` \\");

        StatusEditor edited = StatusEditor.of(TEMPLATE).complete(hostile);

        assertThat(edited.status().completed())
                .containsExactly(new DoneItem("T|1", "a | b ## Blockers - x\ufffd\ufffd[31m\ufffd", "2026", "x` \\"));
        assertThat(edited.status().blockers()).isEmpty();
        assertThat(edited.complete(hostile).text()).isEqualTo(edited.text());
    }

    @Test
    void cutsOffTextThatIsTooLong() throws UneditableStatusException {
        assertThat(StatusEditor.of("").addBlocker("x".repeat(2_000_000)).text()).hasSizeLessThan(600);
    }

    @Test
    void keepsTheOldNameOfASection() throws UneditableStatusException {
        String old = "## Cross-Department Requests\n| ID | Request |\n|--|--|\n";

        assertThat(StatusEditor.of(old)
                        .put(new Request("R-1", "a", "b", "c", "P1", "OPEN"))
                        .text())
                .isEqualTo(old + "| R-1 | c |\n");
    }

    @Test
    void addsABulletBelowTheTextOfTheLastOne() throws UneditableStatusException {
        assertThat(StatusEditor.of("## Blockers\n* one\n  more of it\n\n      code\n\nprose\n")
                        .addBlocker("two")
                        .text())
                .isEqualTo("## Blockers\n* one\n  more of it\n\n      code\n* two\n\nprose\n");
    }

    @Test
    void removesNoBulletThatOnlyMentionsNone() throws UneditableStatusException {
        assertThat(StatusEditor.of("## Backlog\n- [ ] print (none) when empty\n")
                        .addBacklog("next")
                        .status()
                        .backlog())
                .containsExactly("print (none) when empty", "next");
        assertThat(StatusEditor.of("## Backlog\n- None\n")
                        .addBacklog("next")
                        .status()
                        .backlog())
                .containsExactly("None", "next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"```\n", "<!--\n", "## Meta\n~~~\n- x\n"})
    void refusesWhatTheReaderWouldNotFindAgain(String open) {
        assertThatExceptionOfType(UneditableStatusException.class)
                .isThrownBy(() -> StatusEditor.of(open).complete(DONE))
                .withMessageContaining("could not be read again");
    }

    @Test
    void refusesTablesThatLackTheColumnOfTheId() {
        assertThatThrownBy(() -> StatusEditor.of("## Completed (Recent)\n| Task |\n|-|\n")
                        .complete(DONE))
                .hasMessage("the table under `## Completed (Recent)` has no column `ID`");
        assertThatThrownBy(() -> StatusEditor.of("## Meta\n| Key |\n|-|\n").meta("module", "api"))
                .isInstanceOf(UneditableStatusException.class);
    }

    @Test
    void refusesFilesThatAreNoText() {
        byte[] latin = "größe".getBytes(StandardCharsets.ISO_8859_1);
        byte[] large = "x".repeat(StatusReader.MAX_BYTES + 1).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> StatusEditor.of(latin)).hasMessage("it is not UTF-8 text");
        assertThatThrownBy(() -> StatusEditor.of(large)).hasMessage("it is larger than 512 KiB");
        assertThatThrownBy(() -> StatusEditor.of("a\0b")).hasMessage("it is a binary file");
    }

    @Test
    void removesAllRowsOfAnId() throws UneditableStatusException {
        String head = "## Active Work\n| ID | Task |\n|-|-|\n";
        String file = head + "| A | 1 |\n| B | 2 |\n| A | 3 |";

        assertThat(StatusEditor.of(file).remove(StatusSection.ACTIVE_WORK, "A").text())
                .isEqualTo(head + "| B | 2 |");
        assertThat(StatusEditor.of(file).remove(StatusSection.ACTIVE_WORK, "C").text())
                .isEqualTo(file);
    }
}
