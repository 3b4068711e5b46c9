package dev.lindy.project.scan;

import dev.lindy.project.config.ConfigLoader;
import dev.lindy.project.config.ProjectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A project of two modules, one of them nested and with a hyphen, in which nothing is wrong at first. */
final class ScannedProject {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    final Path root;

    ScannedProject(Path folder) throws IOException {
        root = folder.toRealPath();
        file("orchestrator.yaml", """
                modules:
                  - {name: api, path: services/api}
                  - {name: web-ui, path: web-ui}
                """);
        file("ARCHITECTURE.md", """
                # Architecture

                ## Module Topology

                - **api/** (`services/api/`) → Python, FastAPI
                - **web-ui/** (`web-ui/`) → Node.js, React

                ## Layer Structure

                - **api/**: models → services
                """);
        file("CONTRACTS.md", "## API Contracts\n\napi gives, web-ui takes\n\n## Change Protocol\n");
        for (String module : List.of("services/api", "web-ui")) {
            status(module, "GREEN", "2026-10-30 09:00 UTC");
        }
        file("services/api/src/models.py", "x = 1\n");
        file("services/api/src/services/prices.py", "y = 2\n");
        file("services/api/tests/test_prices.py", "pass\n");
        file("web-ui/src/App.tsx", "export {}\n");
        file("web-ui/src/App.test.tsx", "export {}\n");
    }

    void status(String module, String health, String updated, String... activeRows) throws IOException {
        file(module + "/STATUS.md", """
                ## Meta

                | Key | Value |
                |---|---|
                | last_updated | %s |
                | overall_health | %s |

                ## Active Work

                | ID | Task | Status | BlockedBy | Started | Notes |
                |---|---|---|---|---|---|
                %s
                """.formatted(updated, health, String.join("\n", activeRows)));
    }

    Path file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    Scan.Report scan() {
        ProjectConfig config = Objects.requireNonNull(
                ConfigLoader.load(root.resolve("orchestrator.yaml")).config());
        return new Scan(root, config, NOW).look(Map.of("PATH", System.getenv("PATH")));
    }

    /** Severity and description of each finding. */
    List<String> findings() {
        return scan().findings().stream()
                .map(finding -> finding.severity().word() + ": " + finding.description())
                .toList();
    }
}
