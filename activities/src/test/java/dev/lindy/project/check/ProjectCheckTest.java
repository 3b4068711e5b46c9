package dev.lindy.project.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCheckTest {

    @TempDir
    private Path world;

    private Path root;
    private Path bin;

    @BeforeEach
    void project() throws IOException {
        root = Files.createDirectories(world.resolve("project"));
        bin = Files.createDirectories(world.resolve("bin"));
        program("claude");
        file(
                "api/STATUS.md",
                "# api\n\n## Meta\n| Key | Value |\n|---|---|\n| last_updated | 2026-05-14 |\n| overall_health | GREEN |\n");
    }

    @Test
    void findsNothingInASoundProject() throws IOException {
        program("make");

        assertThat(check("""
                        modules: [{name: api, path: api}]
                        qa_gates: {api: [{name: unit, command: make test}]}
                        """)).isEmpty();
    }

    @Test
    void warnsOfAConfigThatSaysNothing() {
        assertThat(check("# later\n"))
                .contains("warning: orchestrator.yaml: the file says nothing, so there are no modules");
    }

    @Test
    void namesFoldersThatAreMissingOrTwice() throws IOException {
        file("web", "a file");
        Files.createSymbolicLink(root.resolve("out"), world);
        Files.createDirectories(root.resolve("api/inner"));
        file("api/inner/STATUS.md", Files.readString(root.resolve("api/STATUS.md")));

        assertThat(check("""
                        modules:
                          - {name: api, path: api}
                          - {name: gone, path: gone}
                          - {name: web, path: web}
                          - {name: API, path: ./api/}
                          - {name: inner, path: api/inner}
                        """))
                .containsExactly(
                        "problem: orchestrator.yaml:3:18: module `gone`: there is no folder `gone`",
                        "problem: orchestrator.yaml:4:17: module `web`: no folder, but a file, is `web`",
                        "problem: orchestrator.yaml:5:17: modules `api` and `API` have the same folder `./api/`",
                        "warning: orchestrator.yaml:5:6: modules `api` and `API` differ in case alone",
                        "warning: orchestrator.yaml:6:19: module `inner` lies inside module `api`: changes there belong"
                                + " to both",
                        "warning: orchestrator.yaml:6:19: module `inner` lies inside module `API`: changes there belong"
                                + " to both");
        assertThat(check("modules: [{name: out, path: out}]"))
                .anyMatch(line ->
                        line.startsWith("problem: orchestrator.yaml:1:23: the folder of module `out` leads out"));
    }

    @Test
    void readsStatusFilesWithTheirLines() throws IOException {
        file("a/STATUS.md", "# a\n\n## Meta\n| Key | Value |\n|---|---|\n| overall_health | BLUE |\n");
        Files.createDirectories(root.resolve("b"));
        Files.write(root.resolve("b/STATUS.md"), new byte[] {(byte) 0xff, (byte) 0xfe});
        Files.createDirectories(root.resolve("c"));

        assertThat(check("modules: [{name: a, path: a}, {name: b, path: b}, {name: c, path: c}]"))
                .containsExactly(
                        "warning: a/STATUS.md:6: health cannot be `BLUE`",
                        "warning: a/STATUS.md:3: `last_updated` is missing in Meta",
                        "problem: b/STATUS.md: the file is not UTF-8 text",
                        "warning: c/STATUS.md: module `c` has no such file");
    }

    @Test
    void looksForTheFoldersAndProgramsOfGates() throws IOException {
        program("npm");
        Path own = file("api/check.sh", "#!/bin/sh\n");
        assertThat(own.toFile().setExecutable(true)).isTrue();

        assertThat(check("""
                        modules: [{name: api, path: api}]
                        qa_gates:
                          custom:
                            - {name: unit, command: CI=1 make test}
                            - {name: lint, command: [eslint, .], required: false}
                            - {name: web, command: npm test, cwd: web}
                            - {name: own, command: ./check.sh}
                            - {name: lost, command: ./gone.sh}
                            - {name: shell, command: 'if true; then x; fi'}
                            - {name: quoted, command: '"$TOOL" run'}
                            - {name: command_check, command: npm, diff_only: true}
                          api:
                            - {name: files, command: 'npm {changed_files}'}
                        """))
                .containsExactly(
                        "warning: orchestrator.yaml:4:20: gate `unit`: program `make` is not in PATH",
                        "warning: orchestrator.yaml:5:20: gate `lint`: program `eslint` is not in PATH",
                        "problem: orchestrator.yaml:6:38: gate `web`: there is no folder `web`",
                        "warning: orchestrator.yaml:8:20: gate `lost`: there is no program `./gone.sh`",
                        "warning: orchestrator.yaml:11:43: gate `command_check`: `diff_only` without `{changed_files}` in"
                                + " the command looks at all files",
                        "warning: orchestrator.yaml:11:8: gate `command_check`: hides the built-in gate of that name",
                        "warning: orchestrator.yaml:13:21: gate `files`: `{changed_files}` is empty without"
                                + " `diff_only: true`");
    }

    @Test
    void missesAgentsAndTheTracker() throws IOException {
        Files.delete(bin.resolve("claude"));

        assertThat(check("tracker: {enabled: true}"))
                .containsExactly(
                        "warning: orchestrator.yaml: agent `claude_cli`: program `claude` is not in PATH",
                        "warning: orchestrator.yaml:1:11: the tracker needs program `gh`, which is not in PATH");
        assertThat(check("tracker: {enabled: true, provider: linear}\ndispatcher: {provider: scripted}"))
                .containsExactly("problem: orchestrator.yaml:1:26: tracker `linear` does not exist");
    }

    @Test
    void missesTheProgramThatCiIsAskedWith() {
        assertThat(check("modules: [{name: api, path: api, ci_workflow: ci.yml}]"))
                .isEmpty();
        assertThat(check("modules: [{name: api, path: api}]\nqa_gates: {ci_check: {timeout_seconds: 60}}"))
                .containsExactly(
                        "warning: orchestrator.yaml:2:23: gate `ci_check` cannot be used: `gh` is not in PATH");
    }

    @Test
    void namesWhatARunWouldBeRefusedFor() {
        assertThat(check("planner: {mode: api}\ndelivery: {mode: pr}"))
                .containsExactly(
                        "problem: orchestrator.yaml:2:12: `delivery.mode`: delivery by `pr` does not work in this version");
    }

    @Test
    void missesModulesInInstructionsThatNameOthers() throws IOException {
        Files.createDirectories(root.resolve("web"));
        file("AGENTS.md", "The folder api holds the service.\n");
        file("CLAUDE.md", "See AGENTS.md\n");

        assertThat(check("modules: [{name: api, path: api}, {name: web, path: web}]"))
                .containsExactly(
                        "warning: web/STATUS.md: module `web` has no such file",
                        "warning: AGENTS.md: module `web` is not mentioned, unlike others");
    }

    private List<String> check(String yaml) {
        ConfigReading reading = ConfigLoader.parse(yaml, "orchestrator.yaml");
        assertThat(reading.problems()).isEmpty();
        CheckedProject project = new CheckedProject(
                root,
                "orchestrator.yaml",
                Objects.requireNonNull(reading.config()),
                reading.values(),
                Map.of("PATH", bin.toString()));
        return ProjectCheck.of(project).stream()
                .map(finding -> (finding.isProblem() ? "problem: " : "warning: ") + finding.message())
                .toList();
    }

    private void program(String name) throws IOException {
        Path program = Files.writeString(bin.resolve(name), "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
