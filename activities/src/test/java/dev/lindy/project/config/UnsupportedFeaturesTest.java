package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.config.UnsupportedFeatures.Unsupported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsupportedFeaturesTest {
    @TempDir
    private Path root;

    @Test
    void acceptsWhatOldFilesAskForByDefault() throws IOException {
        Files.createDirectories(root.resolve(".git"));

        assertThat(where("modules: [{name: app, path: ./}]\nqa_gates: {layer_check: {enabled: true}}"))
                .isEmpty();
        assertThat(where("dispatcher: {provider: scripted}")).isEmpty();
        assertThat(where("planner: {mode: api}")).isEmpty();
    }

    @Test
    void namesEachKeyThatAsksForMore() {
        assertThat(where("delivery: {mode: pr}")).containsExactly("delivery.mode");
        assertThat(where("evaluator: {provider: command}\nagents: {command: [x]}"))
                .containsExactly("evaluator.provider");
    }

    @Test
    void namesTheCommandThatIsNotWritten() {
        assertThat(where("generator: {failover: [command]}")).containsExactly("agents.command");
        assertThat(where("generator: {failover: [command]}\nagents: {command: [my-agent]}"))
                .isEmpty();
    }

    @Test
    void hasNoPlannerThatNothingKeepsFromWriting() {
        assertThat(where("planner: {provider: command}\nagents: {command: [my-agent]}"))
                .containsExactly("planner.provider");
    }

    @Test
    void namesModulesThatAreRepositoriesOfTheirOwn() throws IOException {
        Files.createDirectories(root.resolve("services/api/.git"));

        assertThat(where("modules: [{name: api, path: services/api/}]")).containsExactly("modules.api");
    }

    private List<String> where(String yaml) {
        return UnsupportedFeatures.in(Configs.valid(yaml), root).stream()
                .map(Unsupported::where)
                .toList();
    }
}
