package dev.lindy.project.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    private ScannedProject project;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        project = new ScannedProject(root);
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(project.findings()).isEmpty();
        assertThat(project.scan().grades())
                .extracting(ModuleGrade::module, ModuleGrade::score, ModuleGrade::grade)
                .containsExactly(tuple("api", 100, "A"), tuple("web-ui", 100, "A"));
    }

    @Test
    void missesDocumentsAndCountsThemAgainstAllModules() throws IOException {
        Files.delete(project.root.resolve("ARCHITECTURE.md"));
        Files.delete(project.root.resolve("CONTRACTS.md"));

        assertThat(project.findings())
                .containsExactly("warning: ARCHITECTURE.md not found", "warning: several modules, but no CONTRACTS.md");
        // 15 / 2 and 10 / 2, rounded down
        assertThat(project.scan().grades()).extracting(ModuleGrade::score).containsExactly(88, 88);
    }

    @Test
    void takesTheDocumentsOfTheNewerVersion() throws IOException {
        Files.createDirectories(project.root.resolve(".orchestrator"));
        Files.move(
                project.root.resolve("ARCHITECTURE.md"),
                project.root.resolve(".orchestrator").resolve("architecture.md"));
        Files.move(
                project.root.resolve("CONTRACTS.md"),
                project.root.resolve(".orchestrator").resolve("contracts.md"));

        assertThat(project.findings()).isEmpty();
    }

    @Test
    void comparesDeclaredModulesWithFoldersAndConfig() throws IOException {
        project.file("ARCHITECTURE.md", """
                ## Module Topology

                - **api** (`services/api/`)
                - **gone/** (`services/gone/`)

                ```
                - **example/** in a fence is no declaration
                ```
                """);

        Scan.Report report = project.scan();

        assertThat(report.findings())
                .extracting(ScanFinding::severity, ScanFinding::description, ScanFinding::line, ScanFinding::module)
                .containsExactly(
                        tuple(Severity.ERROR, "declared module `gone` has no folder `services/gone`", 4, null),
                        tuple(
                                Severity.WARNING,
                                "module `web-ui` of the config is not declared in ARCHITECTURE.md",
                                0,
                                "web-ui"));
        // 30 / 2 for both; 15 more for web-ui
        assertThat(report.grades()).extracting(ModuleGrade::score).containsExactly(85, 70);
    }

    @Test
    void looksForLayersOfTheLayerSectionOnly() throws IOException {
        String text = Files.readString(project.root.resolve("ARCHITECTURE.md"));
        project.file("ARCHITECTURE.md", text.replace("models → services", "models -> Routes, services"));

        assertThat(project.findings())
                .containsExactly("info: layer `routes` of module `api` is neither a folder nor a source file");
    }

    @Test
    void wantsSectionsAndModulesInTheContracts() throws IOException {
        project.file("CONTRACTS.md", "# Contracts\n\nThe capital of the API is web-ui.\n");

        assertThat(project.findings())
                .containsExactly(
                        "warning: CONTRACTS.md has no section about interfaces",
                        "warning: CONTRACTS.md has no section `Change Protocol`");
        project.file("CONTRACTS.md", "## API Contracts\n\ncapital web-ui-2\n\n## Change Protocol\n");
        assertThat(project.findings()).containsExactly("info: module `web-ui` is not mentioned in CONTRACTS.md");
    }

    @Test
    void readsEachStatusFile() throws IOException {
        project.status("services/api", "PURPLE", "2026-10-01 09:00 UTC");
        Files.write(project.root.resolve("web-ui/STATUS.md"), new byte[] {'#', ' ', (byte) 0xff});

        assertThat(project.findings())
                .containsExactly(
                        "warning: STATUS.md of `api` has the health `PURPLE`",
                        "warning: STATUS.md of `api` was last updated 31 days ago",
                        "warning: STATUS.md of `web-ui`: the file is not UTF-8 text");
        Files.delete(project.root.resolve("web-ui/STATUS.md"));
        assertThat(project.findings()).contains("warning: module `web-ui` has no STATUS.md");
    }

    @Test
    void namesLongFilesTheLongestFirst() throws IOException {
        project.file("services/api/src/long.py", "x\n".repeat(501));
        project.file("services/api/src/longer.py", "x\n".repeat(600) + "no line end");
        project.file("services/api/src/right.py", "x\n".repeat(500));
        project.file("services/api/node_modules/dep/index.js", "x\n".repeat(900));
        project.file("services/api/package-lock.json", "x\n".repeat(900));

        assertThat(project.findings())
                .containsExactly("warning: module `api` has 2 source files of more than 500 lines:"
                        + " services/api/src/longer.py (601), services/api/src/long.py (501)");
    }

    @Test
    void takesTheLimitOfTheStructuralGate() throws IOException {
        project.file("services/api/src/long.py", "x\n".repeat(501));
        project.file(
                "orchestrator.yaml",
                Files.readString(project.root.resolve("orchestrator.yaml"))
                        + "qa_gates: {structural: {max_file_lines: 600}}\n");

        assertThat(project.findings()).isEmpty();
    }

    @Test
    void missesTests() throws IOException {
        Files.delete(project.root.resolve("web-ui/src/App.test.tsx"));

        assertThat(project.findings()).containsExactly("warning: module `web-ui` has no tests");
    }

    @Test
    void countsAFileForTheDeepestModuleOnly() throws IOException {
        project.file("orchestrator.yaml", """
                modules:
                  - {name: all, path: .}
                  - {name: api, path: services/api}
                  - {name: web-ui, path: web-ui}
                """);
        project.file("services/api/src/long.py", "x\n".repeat(501));

        assertThat(project.scan().findings())
                .filteredOn(finding -> finding.category() == Category.QUALITY)
                .extracting(ScanFinding::module)
                .containsExactly("api");
    }

    @Test
    void showsOneModule() throws IOException {
        project.status("web-ui", "PURPLE", "2026-10-30 09:00 UTC");
        Files.delete(project.root.resolve("CONTRACTS.md"));

        Scan.Report report = project.scan().of("web-ui");

        assertThat(report.findings()).extracting(ScanFinding::module).containsExactly("web-ui");
        assertThat(report.grades()).extracting(ModuleGrade::module).containsExactly("web-ui");
    }
}
