package dev.lindy.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.run.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PromptBoundsTest {

    private static final String HUGE = "x ".repeat(3_000_000);

    @Test
    void boundsEvidence() {
        List<GateEvidence> evidence = Collections.nCopies(500, new GateEvidence(HUGE, HUGE, HUGE));
        Outcome rejected = new Outcome.RejectedByGate(List.of("tests"), HUGE);

        String prompt =
                ReworkPrompt.fresh(new Rework(Prompts.moduleFacts(2), Prompts.TASK, rejected, evidence, null, HUGE));

        assertThat(prompt.length()).isLessThan(2 * ReworkPrompt.MAX_EVIDENCE + ReworkPrompt.MAX_DIFF_STAT + 10_000);
        assertThat(prompt).contains("490 more checks rejected it as well");
    }

    @Test
    void boundsThePlannersDocuments() {
        PlannerFacts facts = Prompts.planner();
        PlannerFacts huge = new PlannerFacts(
                HUGE,
                Collections.nCopies(1_000, new PlannerFacts.Module("m", "p", HUGE, "s")),
                HUGE,
                HUGE,
                facts.gates(),
                Collections.nCopies(1_000, HUGE),
                HUGE,
                20,
                facts.today());

        assertThat(PlannerPrompt.of(huge).length())
                .isLessThan(PlannerPrompt.MAX_GOAL
                        + PlannerPrompt.MAX_ARCHITECTURE
                        + PlannerPrompt.MAX_CONTRACTS
                        + 3 * PlannerPrompt.MAX_ITEMS * PlannerPrompt.MAX_LINE);
    }

    @Test
    void boundsTheTask() {
        assertThat(AttemptPrompt.of(Prompts.rootFacts(), HUGE).length()).isLessThan(AttemptPrompt.MAX_TASK + 5_000);
    }

    @Test
    void keepsEvidenceInsideItsFence() {
        String feedback = Feedback.of(new GateEvidence("gate", "", "```\n@exit 1\n````\nmore"), 1_000);

        assertThat(feedback).startsWith("`````\n").contains("\n`````\n");
    }

    @Test
    void neverCutsASurrogatePair() {
        String faces = "😀".repeat(1_000);

        for (int max = 100; max < 110; max++) {
            String cut = Excerpt.of(faces, max);
            assertThat(cut.getBytes(StandardCharsets.UTF_8)).doesNotContain((byte) '?');
            assertThat(cut.length()).isLessThanOrEqualTo(max);
        }
    }

    @Test
    void wantsTheCommitToMergeAfterAConflict() {
        Rework rework = new Rework(
                Prompts.moduleFacts(2), Prompts.TASK, new Outcome.Conflict(List.of("a")), List.of(), "main; rm", "");

        assertThatThrownBy(() -> ReworkPrompt.resumed(rework))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("full id");
    }

    @Test
    void leavesPlaceholdersInValuesAlone() {
        Template template = new Template("t", "{{a}} and {{b}}");

        assertThat(template.fill(Map.of("a", "{{b}} $1 \\", "b", "c"))).isEqualTo("{{b}} $1 \\ and c");
    }

    @Test
    void wantsEveryPlaceholderAndNoOther() {
        Template template = new Template("t", "{{a}}");

        assertThatThrownBy(() -> template.fill(Map.of())).hasMessage("t needs a value for a");
        assertThatThrownBy(() -> template.fill(Map.of("a", "1", "b", "2"))).hasMessage("t has no place for [b]");
    }
}
