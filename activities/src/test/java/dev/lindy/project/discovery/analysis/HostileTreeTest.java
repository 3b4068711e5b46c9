package dev.lindy.project.discovery.analysis;

import static dev.lindy.project.discovery.SampleProject.couplings;
import static dev.lindy.project.discovery.SampleProject.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.discovery.SampleProject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Trees that somebody made to do harm, and trees that are just large. */
@Timeout(60)
class HostileTreeTest {

    @TempDir
    private Path root;

    @Test
    void followsNoLink(@TempDir Path outside) throws IOException {
        SampleProject project = new SampleProject(root).file("api/go.mod", "module a");
        new SampleProject(outside).file("go.mod", "module secret");
        Files.createSymbolicLink(root.resolve("api/loop"), root);
        Files.createSymbolicLink(root.resolve("outside"), outside);
        Files.createSymbolicLink(root.resolve("README.md"), Path.of("/etc/passwd"));

        ProjectProfile profile = project.profile();

        assertThat(paths(profile)).isEqualTo(Map.of("api", "api"));
        assertThat(profile.description()).isEmpty();
    }

    @Test
    void readsNoHugeAndNoBinaryFile() throws IOException {
        SampleProject project = new SampleProject(root).file("web/package.json").file("api/go.mod", "module a");
        try (RandomAccessFile huge =
                new RandomAccessFile(root.resolve("web/package.json").toFile(), "rw")) {
            huge.setLength(50L << 20);
        }
        Files.write(root.resolve("api/pyproject.toml"), new byte[] {0, 1, 2, (byte) 0xff});

        assertThat(paths(project.profile())).isEqualTo(Map.of("api", "api", "web", "web"));
    }

    @Test
    void takesBrokenManifestsForEmptyOnes() {
        SampleProject project = new SampleProject(root)
                .file("a/package.json", "{\"name\": [1, {\"scripts\": 7")
                .file("b/pyproject.toml", "[project\nname == x")
                .file("c/pom.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><project><artifactId>&e;")
                .file("d/Cargo.toml", "[dependencies]\nx = { path = \"../../../../etc\" }")
                .file("e/go.mod", "replace x => ../../../..")
                .file("f/pubspec.yaml", "a: &a [*a, *a]")
                .file("g/package.json", "[]");

        assertThat(paths(project.profile()).keySet()).containsExactly("a", "b", "c", "d", "e", "f", "g");
        assertThat(project.profile().couplings()).isEmpty();
    }

    @Test
    void survivesDeepAndWideLines() {
        SampleProject project = new SampleProject(root)
                .file("a/package.json", "[".repeat(100_000))
                .file("b/package.json", "{\"name\": \"b\"}")
                .file("b/a.js", "import '".repeat(30_000))
                .file("c/build.gradle", "implementation(".repeat(60_000))
                .file("d/go.mod", "module " + "a/".repeat(200_000));

        assertThat(paths(project.profile()).keySet()).contains("b", "c");
    }

    @Test
    void looksAtTenThousandFilesInSeconds() throws IOException {
        SampleProject project = new SampleProject(root).file("core/pyproject.toml", "[project]", "name = \"core\"");
        project.file("core/core_lib/__init__.py");
        project.file("api/pyproject.toml", "[project]", "name = \"api\"");
        byte[] source = "import os\nimport core_lib\nx = 1\n".repeat(20).getBytes(StandardCharsets.UTF_8);
        for (int folder = 0; folder < 100; folder++) {
            Path path = Files.createDirectories(root.resolve("api/p" + folder));
            for (int file = 0; file < 100; file++) {
                Files.write(path.resolve("m" + file + ".py"), source);
            }
        }

        long start = System.nanoTime();
        ProjectProfile profile = project.profile();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(profile.couplings().get(0).places()).isEqualTo(200_000);
        assertThat(couplings(profile))
                .containsExactly("api -> core library api/p0/m0.py:2,api/p0/m0.py:5,api/p0/m0.py:8");
    }
}
