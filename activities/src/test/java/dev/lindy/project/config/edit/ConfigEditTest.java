package dev.lindy.project.config.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigEditTest {

    private static final String FILE = """
            # a project
            project:
              name: "shop"   # shown
              branch_prefix: 'af'

            modules:
              - {name: api, path: services/api,}
              - name: web
                path: web

            safety:
                # max_parallel: 9
                max_retries_per_task: 2 # enough

            mailbox:
            tracker: {labels: [a, b]}   # by gh
            qa_gates:
              custom:
                - name: unit
                  command: make test
              structural_check:
                sensitive_patterns:
                - .env
                - '*.key'
            # the end
            """;

    private static final Path FILE_PATH = Path.of("orchestrator.yaml");

    @TempDir
    private Path root;

    @Test
    void addsAKeyBehindAMergeKey() throws Exception {
        String block = "base: &b\n  max_parallel: 2\nsafety:\n  <<: *b\nmodules: []\n";
        String flow = "base: &b {max_parallel: 2}\nsafety: {<<: *b}\nmodules: []\n";

        assertThat(ConfigEdit.set(block, FILE_PATH, "safety.max_parallel", "4").text())
                .isEqualTo("base: &b\n  max_parallel: 2\nsafety:\n  <<: *b\n  max_parallel: 4\nmodules: []\n");
        assertThat(ConfigEdit.set(flow, FILE_PATH, "safety.max_parallel", "4").text())
                .isEqualTo("base: &b {max_parallel: 2}\nsafety: {<<: *b, max_parallel: 4}\nmodules: []\n");
    }

    @Test
    void readsRegularFilesOnly() {
        assertThat(catchThrowableOfType(IOException.class, () -> ConfigFileEdit.set(root, "safety.max_parallel", "4")))
                .hasMessageContaining("it is no regular file");
    }

    @Test
    void neverBlamesTheFileForAChangeThatCannotBeMade() {
        String alias = "base: &b {max_parallel: 2}\nsafety: *b\n";

        RefusedEditException refused = catchThrowableOfType(
                RefusedEditException.class, () -> ConfigEdit.set(alias, FILE_PATH, "safety.max_parallel", "4"));

        assertThat(refused.kind()).isEqualTo(RefusedEditException.Kind.CHANGE);
        assertThat(refused).hasMessageContaining("cannot be changed without changing more");
    }

    @Test
    void changesAValueAndKeepsItsQuotesAndComment() throws Exception {
        assertThat(changed("project.name", "store"))
                .containsExactly("-  name: \"shop\"   # shown", "+  name: \"store\"   # shown");
        assertThat(changed("project.branch_prefix", "x"))
                .containsExactly("-  branch_prefix: 'af'", "+  branch_prefix: 'x'");
        assertThat(changed("safety.max_retries_per_task", "0"))
                .containsExactly("-    max_retries_per_task: 2 # enough", "+    max_retries_per_task: 0 # enough");
    }

    @Test
    void addsAKeyToASectionThatIsThere() throws Exception {
        assertThat(changed("safety.max_parallel", "4")).containsExactly("+    max_parallel: 4");
        assertThat(changed("project.name", "shop")).isEmpty();
    }

    @Test
    void fillsASectionWithoutContent() throws Exception {
        assertThat(changed("mailbox.enabled", "false")).containsExactly("+  enabled: false");
    }

    @Test
    void addsASectionAtTheEnd() throws Exception {
        assertThat(changed("dispatcher.stall_escalation.kill_after_seconds", "900"))
                .containsExactly("+", "+dispatcher:", "+  stall_escalation:", "+    kill_after_seconds: 900");
        assertThat(ConfigEdit.set("project: {name: x}", file(), "safety.dry_run", "true")
                        .text())
                .isEqualTo("project: {name: x}\nsafety:\n  dry_run: true\n");
        assertThat(ConfigEdit.set("", file(), "safety.dry_run", "true").text()).isEqualTo("safety:\n  dry_run: true\n");
        assertThat(ConfigEdit.set("# nothing\n", file(), "safety.dry_run", "true")
                        .text())
                .isEqualTo("# nothing\nsafety:\n  dry_run: true\n");
    }

    @Test
    void addsToMappingsOnOneLine() throws Exception {
        assertThat(changed("tracker.enabled", "true"))
                .containsExactly(
                        "-tracker: {labels: [a, b]}   # by gh", "+tracker: {labels: [a, b], enabled: true}   # by gh");
        assertThat(changed("modules.api.repo", "o/r"))
                .containsExactly(
                        "-  - {name: api, path: services/api,}", "+  - {name: api, path: services/api, repo: o/r,}");
        assertThat(ConfigEdit.set("{\"project\": {}}", file(), "project.name", "x")
                        .text())
                .isEqualTo("{\"project\": {name: x}}");
        assertThat(ConfigEdit.set("{project: }", file(), "project.name", "x").text())
                .isEqualTo("{project: {name: x} }");
    }

    @Test
    void findsItemsByNameAndIndex() throws Exception {
        assertThat(changed("modules.web.path", "www")).containsExactly("-    path: web", "+    path: www");
        assertThat(changed("modules[1].path", "www")).containsExactly("-    path: web", "+    path: www");
        assertThat(changed("qa_gates.custom.unit.timeout", "60")).containsExactly("+      timeout: 60");
        assertThat(refused("modules.gone.path", "x")).containsExactly("`modules.gone.path`: the list has no such item");
    }

    @Test
    void writesListsOnALine() throws Exception {
        assertThat(changed("tracker.labels", "x, 'y z'"))
                .containsExactly(
                        "-tracker: {labels: [a, b]}   # by gh", "+tracker: {labels: [x, \"'y z'\"]}   # by gh");
        assertThat(changed("qa_gates.structural.sensitive_patterns", "[.env, '*.pem']"))
                .containsExactly(
                        "-    sensitive_patterns:",
                        "-    - .env",
                        "-    - '*.key'",
                        "+    sensitive_patterns: [.env, \"*.pem\"]");
    }

    @Test
    void quotesWhatCouldBeReadAsSomethingElse() throws Exception {
        for (String text :
                List.of("yes", "7", "1e3", "null", "a: b", "a # b", "*x", "- x", "ä\"\n\t\\", "", ".5", "0x1f")) {
            String edited = ConfigEdit.set("project:\n  name: x\n", file(), "project.name", text)
                    .text();

            assertThat(edited).startsWith("project:\n  name: \"").endsWith("\"\n");
        }
    }

    @Test
    void keepsLineEndsAndTheByteOrderMark() throws Exception {
        String text = "\uFEFF# ü 😀\r\nsafety:\r\n  dry_run: false # 😀\r\n";

        assertThat(ConfigEdit.set(text, file(), "safety.max_parallel", "2").text())
                .isEqualTo("\uFEFF# ü 😀\r\nsafety:\r\n  dry_run: false # 😀\r\n  max_parallel: 2\r\n");
        assertThat(ConfigEdit.set(text, file(), "safety.dry_run", "true").text())
                .isEqualTo("\uFEFF# ü 😀\r\nsafety:\r\n  dry_run: true # 😀\r\n");
    }

    @Test
    void refusesWhatTheLoaderWouldRefuse() {
        assertThat(refused("safety.max_parallel", "0"))
                .containsExactly("`safety.max_parallel` must be 1 to 500, found `0`");
        assertThat(refused("safety.max_parallel", "many"))
                .containsExactly("`safety.max_parallel` must be a whole number, found `many`");
        assertThat(refused("modules.web.name", "api")).containsExactly("`modules[1].name` is used twice: `api`");
        assertThat(refused("modules.web.path", "../x"))
                .containsExactly("`modules[1].path` must be a folder inside the project: `../x`");
        assertThat(refused("logging.dir", "/tmp")).isNotEmpty();
    }

    @Test
    void refusesKeysThatDoNotExist() {
        assertThat(refused("safety.max_paralel", "3")).containsExactly("there is no key `safety.max_paralel`");
        assertThat(refused("safety", "3")).containsExactly("there is no key `safety`");
        assertThat(refused("", "3")).hasSize(1);
        assertThat(refused("..", "3")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x {max_parallel: 1}\nsafety: *x\n",
                "safety: {max_parallel: &x 1, max_interruptions: *x}\n",
                "safety: 7\n",
                "safety: [1]\n",
                "safety: {max_parallel: 1}\n...\n---\nx: 1\n",
                "\t- x",
                "{{{{",
            })
    void refusesWhatCannotBeDoneWithoutChangingMore(String text) {
        RefusedEditException refused = catchThrowableOfType(
                RefusedEditException.class, () -> ConfigEdit.set(text, file(), "safety.max_parallel", "3"));

        assertThat(refused).isNotNull();
        assertThat(refused.reasons()).isNotEmpty();
    }

    @Test
    void mendsOneOfTwoProblems() throws Exception {
        String text = "safety: {max_parallel: 0, max_interruptions: -1}\n";

        assertThat(ConfigEdit.set(text, file(), "safety.max_parallel", "3").text())
                .isEqualTo("safety: {max_parallel: 3, max_interruptions: -1}\n");
    }

    @Test
    void replacesTheFileInOneStepWithItsPermissions() throws Exception {
        Path file = Files.writeString(file(), FILE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        ConfigFileEdit.set(file, "project.name", "store");

        assertThat(Files.readString(file)).isEqualTo(FILE.replace("shop", "store"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(names()).containsExactly("orchestrator.yaml");
    }

    @Test
    void leavesTheFileWhereItRefuses() throws Exception {
        Path file = Files.writeString(file(), FILE);
        Path outside = Files.write(Files.createTempFile("outside", ".yaml"), new byte[] {(byte) 0xff});

        assertThat(catchThrowableOfType(
                        RefusedEditException.class, () -> ConfigFileEdit.set(file, "safety.max_parallel", "0")))
                .isNotNull();
        assertThat(Files.readString(file)).isEqualTo(FILE);

        Files.delete(file);
        Files.createSymbolicLink(file, outside);
        assertThat(catchThrowableOfType(
                        RefusedEditException.class, () -> ConfigFileEdit.set(file, "safety.max_parallel", "2")))
                .hasMessageContaining("leads out of the project");
        assertThat(Files.readAllBytes(outside)).containsExactly(0xff);
        assertThat(names()).containsExactly("orchestrator.yaml");
        Files.delete(outside);
    }

    @Test
    void makesNothingOfTags() throws RefusedEditException {
        String file = "project: !!javax.script.ScriptEngineManager [x]\n";

        assertThat(ConfigEdit.set(file, file(), "safety.max_parallel", "2").text())
                .isEqualTo(file + "safety:\n  max_parallel: 2\n");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private Path file() {
        return root.resolve("orchestrator.yaml");
    }

    private List<String> refused(String key, String value) {
        RefusedEditException refused =
                catchThrowableOfType(RefusedEditException.class, () -> ConfigEdit.set(FILE, file(), key, value));
        assertThat(refused).isNotNull();
        return refused.reasons().stream()
                .map(RefusedEditException.Reason::message)
                .toList();
    }

    /** The lines that an edit removes and adds. */
    private List<String> changed(String key, String value) throws RefusedEditException {
        String edited = ConfigEdit.set(FILE, file(), key, value).text();
        assertThat(edited.getBytes(StandardCharsets.UTF_8)).endsWith('\n');
        List<String> old = FILE.lines().toList();
        List<String> now = edited.lines().toList();
        int first = 0;
        while (first < Math.min(old.size(), now.size()) && old.get(first).equals(now.get(first))) {
            first++;
        }
        int same = 0;
        while (same < Math.min(old.size(), now.size()) - first
                && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
            same++;
        }
        List<String> changes = new ArrayList<>();
        old.subList(first, old.size() - same).forEach(line -> changes.add("-" + line));
        now.subList(first, now.size() - same).forEach(line -> changes.add("+" + line));
        return changes;
    }
}
