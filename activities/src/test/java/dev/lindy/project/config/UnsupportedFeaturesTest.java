package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.ChangePolicy;
import dev.lindy.plan.GateSpec;
import dev.lindy.plan.Plan;
import dev.lindy.plan.Task;
import dev.lindy.plan.TaskId;
import dev.lindy.plan.TaskSize;
import dev.lindy.project.config.UnsupportedFeatures.Unsupported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsupportedFeaturesTest {
    @TempDir
    private Path root;

    @Test
    void acceptsWhatOldFilesAskForByDefault() throws IOException {
        Files.createDirectories(root.resolve(".git"));

        assertThat(where("modules: [{name: app, path: ./}]\nqa_gates: {layer_check: {enabled: true}}", null))
                .isEmpty();
        assertThat(where("dispatcher: {provider: scripted}", plan("command_check")))
                .isEmpty();
        assertThat(where("evaluator: {provider: codex_cli}", null)).isEmpty();
    }

    @Test
    void namesEachKeyThatAsksForMore() {
        assertThat(where("planner: {mode: api}", null)).containsExactly("planner.mode");
        assertThat(where("delivery: {mode: pr}", null)).containsExactly("delivery.mode");
        assertThat(where("dispatcher: {provider: codex_cli}", null)).containsExactly("dispatcher.provider");
        assertThat(where("generator: {provider: codex_cli}\nplanner: {provider: gemini_cli}", null))
                .containsExactly("generator.provider", "planner.provider");
    }

    @Test
    void leavesAProviderAloneThatNoRoleUses() {
        assertThat(where(
                        "dispatcher: {provider: codex_cli}\ngenerator: {provider: scripted}\nplanner: {provider: scripted}",
                        null))
                .isEmpty();
    }

    @Test
    void namesTheTaskWhoseGateIsMissing() {
        assertThat(UnsupportedFeatures.in(ProjectConfig.defaults(), plan("ci_check"), root))
                .containsExactly(new Unsupported(
                        "task-7 gate ci_check",
                        "gate `ci_check` of task 7 does not work in this version",
                        "use `command_check` or a gate of `qa_gates.custom`"));
        assertThat(where("qa_gates: {custom: [{name: ci_check, command: make ci}]}", plan("ci_check")))
                .isEmpty();
    }

    @Test
    void namesModulesThatAreRepositoriesOfTheirOwn() throws IOException {
        Files.createDirectories(root.resolve("services/api/.git"));

        assertThat(where("modules: [{name: api, path: services/api/}]", null)).containsExactly("modules.api");
    }

    private List<String> where(String yaml, @Nullable Plan plan) {
        return UnsupportedFeatures.in(Configs.valid(yaml), plan, root).stream()
                .map(Unsupported::where)
                .toList();
    }

    private static Plan plan(String gate) {
        return new Plan(
                "goal",
                List.of(new Task(
                        TaskId.of(7),
                        "root",
                        "d",
                        "p",
                        List.of(),
                        0,
                        List.of(new GateSpec(gate, Map.of())),
                        TaskSize.MEDIUM,
                        ChangePolicy.OPTIONAL,
                        false,
                        null,
                        null)));
    }
}
