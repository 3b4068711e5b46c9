package dev.lindy.project.discovery.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ConfigReading;
import dev.lindy.project.discovery.Layouts;
import dev.lindy.project.discovery.SampleProject;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.StatusReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedFilesTest {

    @TempDir
    private Path root;

    static Set<String> layouts() {
        return Layouts.all().keySet();
    }

    /** Each gate belongs to one module (W-44). */
    @ParameterizedTest
    @MethodSource("layouts")
    void makesAConfigWithoutProblemOrWarning(String layout) {
        SampleProject project = Layouts.all().get(layout).apply(root);

        ConfigReading reading = ConfigLoader.parse(content(project.generated(), "orchestrator.yaml"), "o.yaml");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.warnings()).isEmpty();
        assertThat(reading.config().moduleNames())
                .isEqualTo(project.profile().modules().stream()
                        .map(module -> module.name())
                        .toList());
        assertThat(reading.config().gates().custom())
                .allSatisfy(gate -> assertThat(gate.modules()).hasSize(1));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void makesAStatusForEachModule(String layout) {
        SampleProject project = Layouts.all().get(layout).apply(root);

        List<ModuleStatus> states = project.generated().stream()
                .filter(file -> file.kind() == GeneratedFile.Kind.STATE)
                .map(file -> StatusReader.parse(file.content()))
                .toList();

        assertThat(states).hasSameSizeAs(project.profile().modules()).allSatisfy(status -> {
            assertThat(status.health()).isEqualTo("GREEN");
            assertThat(status.lastUpdated()).isEqualTo("2026-11-01 10:12 UTC");
            assertThat(status.agentSession()).isEqualTo("—");
            assertThat(status.activeWork()).isEmpty();
            assertThat(status.backlog()).isEmpty();
            assertThat(status.blockers()).isEmpty();
        });
    }

    @Test
    void neverWritesAPasswordOfTheRemote() {
        SampleProject project = Layouts.polyglot(root).withRemote("https://me:t0k3n@github.com/acme/shop.git");

        assertThat(project.generated())
                .allSatisfy(file -> assertThat(file.content()).doesNotContain("t0k3n"));
        assertThat(content(project.generated(), "orchestrator.yaml")).contains("repo: \"acme/shop\"");
    }

    @Test
    void keepsCommandsAsTheyAre() {
        SampleProject project = new SampleProject(root)
                .file("web/package.json", "{\"scripts\": {\"test\": \"x\"}}")
                .file("it's a \"lib\"/pom.xml", "<project><artifactId>a</artifactId></project>")
                .file(
                        "pom.xml",
                        "<project><packaging>pom</packaging><modules><module>it's a \"lib\"</module></modules>"
                                + "</project>");

        ConfigReading reading = ConfigLoader.parse(content(project.generated(), "orchestrator.yaml"), "o.yaml");

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.config().gates().custom())
                .extracting(gate -> gate.command().text())
                .contains("mvn -B -q -pl 'it'\\''s a \"lib\"' -am test");
    }

    @Test
    void writesNoMarkupOfARepository() {
        SampleProject project = new SampleProject(root)
                .file("README.md", "Evil <script>alert(1)</script> | [x](http://evil) words")
                .file("a/go.mod", "module a");

        assertThat(content(project.generated(), "CLAUDE.md"))
                .contains("Evil \\<script\\>alert(1)")
                .doesNotContain("<script>");
    }

    @Test
    void leavesContractsOutWhereThereIsOneModule() {
        assertThat(Layouts.small(root).generated())
                .extracting(GeneratedFile::path)
                .containsExactly(
                        "orchestrator.yaml",
                        ".orchestrator/orchestrator.schema.json",
                        "CLAUDE.md",
                        "AGENTS.md",
                        "ARCHITECTURE.md",
                        "docs/agents/protocol.md",
                        "docs/agents/conventions.md",
                        "docs/agents/boundaries.md",
                        "STATUS.md",
                        ".gitignore");
    }

    @Test
    void forbidsOnlyWhatTheCodeDoesNotDo() {
        assertThat(content(Layouts.maven(root).generated(), "ARCHITECTURE.md"))
                .contains("`core/` does NOT import from `orders/`")
                .doesNotContain("`orders/` does NOT import");
    }

    @Test
    void namesOnlyLayersThatAreThere() {
        SampleProject project = new SampleProject(root)
                .file("api/pyproject.toml", "[project]", "name = \"api\"", "dependencies = [\"fastapi\"]")
                .file("api/app/routes/__init__.py")
                .file("api/app/models.py")
                .file("web/package.json", "{\"dependencies\": {\"react\": \"18\"}}")
                .folder("web/src/hooks");

        assertThat(content(project.generated(), "ARCHITECTURE.md"))
                .contains("- **api/**: models → routes\n")
                .doesNotContain("**web/**: ");
    }

    @Test
    void givesModulesDifferentPrefixes() {
        assertThat(TaskPrefixes.of(List.of("backend", "backoffice", "back-end-2", "x")))
                .containsExactly(
                        entry("backend", "BA"),
                        entry("backoffice", "BAC"),
                        entry("back-end-2", "BE2"),
                        entry("x", "X2"));
    }

    @Test
    void addsMissingLinesToTheIgnoreFileAlone() {
        assertThat(IgnoreLines.addTo("target/\r\n.orchestrator/logs/"))
                .isEqualTo("target/\r\n.orchestrator/logs/\r\n\r\n# lindy-orchestrator\r\n.orchestrator/sessions/\r\n"
                        + ".orchestrator/runs\r\n.orchestrator/backup/\r\n");
        assertThat(IgnoreLines.addTo(IgnoreLines.addTo(""))).isEqualTo(IgnoreLines.addTo(""));
    }

    private static String content(List<GeneratedFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
