package dev.lindy.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.run.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every prompt as a whole; {@code -Dgolden.update=true} writes the files anew. */
class PromptGoldenTest {

    private static final String PYTEST = """
            \u001b[31m=== FAILURES ===\u001b[0m
            E   assert 401 == 200
            === short test summary info ===
            FAILED tests/test_auth.py::TestRefresh::test_ok[1] - assert 401 == 200
            === 1 failed, 3 passed in 0.42s ===
            """;

    static Stream<Arguments> prompts() {
        GateEvidence tests = new GateEvidence("api-tests", "1 of 4 tests failed", PYTEST);
        GateEvidence silent = new GateEvidence("repo-lint", "", "");
        Outcome rejected = new Outcome.RejectedByGate(List.of("api-tests", "repo-lint"), "rejected by 2 gates");
        String stat = " services/api/auth.py | 12 ++++++++++++\n 1 file changed, 12 insertions(+)\n";
        return Stream.of(
                Arguments.of("attempt-module", AttemptPrompt.of(Prompts.moduleFacts(1), Prompts.TASK)),
                Arguments.of("attempt-root", AttemptPrompt.of(Prompts.rootFacts(), Prompts.TASK)),
                Arguments.of(
                        "rejected-resumed", ReworkPrompt.resumed(rework(rejected, List.of(tests, silent), null, stat))),
                Arguments.of("rejected-fresh", ReworkPrompt.fresh(rework(rejected, List.of(tests), null, stat))),
                Arguments.of(
                        "conflict-resumed",
                        ReworkPrompt.resumed(rework(
                                new Outcome.Conflict(List.of("pom.xml", "a b.txt")), List.of(), Prompts.TIP, stat))),
                Arguments.of("no-change", resumed(new Outcome.NoChange("nothing changed"))),
                Arguments.of("interrupted", resumed(new Outcome.Interrupted("claude was ended by signal 9"))),
                Arguments.of("stalled", resumed(new Outcome.Stalled("claude showed no sign of life"))),
                Arguments.of("answer", resumed(new Outcome.NeedsAnswer("claude was denied permission for Bash"))),
                Arguments.of("failed", resumed(new Outcome.AgentFailed("claude ended with exit status 1"))),
                Arguments.of(
                        "context-fresh",
                        ReworkPrompt.fresh(
                                rework(new Outcome.ContextExhausted("out of context"), List.of(), null, ""))),
                Arguments.of("planner", PlannerPrompt.of(Prompts.planner())),
                Arguments.of(
                        "planner-again",
                        PlannerPrompt.again(List.of("task 3 depends on 9, which is not in the plan"))));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void saysWhatIsWrittenDown(String name, String prompt) throws IOException {
        String file = name + ".golden.md";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/test/resources/dev/lindy/activities/prompt", file), prompt);
            return;
        }
        try (InputStream in = PromptGoldenTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            assertThat(prompt).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String resumed(Outcome outcome) {
        return ReworkPrompt.resumed(rework(outcome, List.of(), null, ""));
    }

    private static Rework rework(Outcome outcome, List<GateEvidence> evidence, @Nullable String tip, String stat) {
        return new Rework(Prompts.moduleFacts(2), Prompts.TASK, outcome, evidence, tip, stat);
    }
}
