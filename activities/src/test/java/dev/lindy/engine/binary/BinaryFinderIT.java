package dev.lindy.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.engine.EngineException;
import dev.lindy.engine.TemporalBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryFinderIT {

    @TempDir
    private Path folder;

    @Test
    void neverPassesOverTheNamedExecutable() throws IOException {
        Path named = executable("named/temporal", "echo 'temporal version 0.0.1 (Server 1, UI 2)'");
        executable("path/temporal", "echo 'temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)'");

        assertThat(find("1.9.1", Map.of("LINDY_TEMPORAL_BIN", named.toString(), "PATH", folder + "/path")))
                .isEqualTo(new TemporalBinary(named, "0.0.1"));
    }

    @Test
    void refusesANamedExecutableThatIsNoTemporal() throws IOException {
        Path named = executable("temporal", "echo hello");

        assertThatThrownBy(() -> find(null, Map.of("LINDY_TEMPORAL_BIN", named.toString())))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(named.toString());
    }

    @Test
    void prefersThePinnedVersionOnThePath() throws IOException {
        executable("a/temporal", "exit 1");
        executable("b/temporal", "echo 'temporal version 1.8.0'");
        Path pinned = executable("c/temporal", "echo 'temporal version 1.9.1'");

        assertThat(find(null, Map.of("PATH", path("a", "b", "c")))).isEqualTo(new TemporalBinary(pinned, "1.9.1"));
    }

    @Test
    void takesAnotherVersionFromThePathBeforeDownloading() throws IOException {
        Path other = executable("b/temporal", "echo 'temporal version 1.8.0'");

        assertThat(find(null, Map.of("PATH", path("b")))).isEqualTo(new TemporalBinary(other, "1.8.0"));
    }

    @Test
    void prefersTheVersionThatMadeTheDatabase() throws IOException {
        executable("b/temporal", "echo 'temporal version 1.9.1'");
        Path cached = executable("cache/lindy/temporal-1.7.0", "echo 'temporal version 1.7.0'");

        assertThat(find("1.7.0", Map.of("PATH", path("b"), "XDG_CACHE_HOME", folder + "/cache")))
                .isEqualTo(new TemporalBinary(cached, "1.7.0"));
    }

    @Test
    void saysWhatToDoWhereNothingCanBeHad() {
        Map<String, String> environment = Map.of(
                "PATH", folder + "/empty", "XDG_CACHE_HOME", folder + "/cache", "HTTPS_PROXY", "http://127.0.0.1:1");

        assertThatThrownBy(() -> find(null, environment))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("could not get Temporal 1.9.1")
                .extracting(problem -> ((EngineException) problem).hint())
                .asString()
                .contains("LINDY_TEMPORAL_BIN", "docker compose up");
        assertThat(folder.resolve("cache/lindy")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void downloadsThePinnedVersionOnce() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("LINDY_TEMPORAL_BIN");
        environment.put("PATH", withoutTemporal(environment.get("PATH")));
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        List<String> told = new ArrayList<>();

        TemporalBinary first = BinaryFinder.from(environment).find(null, told::add);
        TemporalBinary second = BinaryFinder.from(environment).find("1.9.1", told::add);

        assertThat(first.path()).isEqualTo(folder.resolve("cache/lindy/temporal-1.9.1"));
        assertThat(second).isEqualTo(first);
        assertThat(told).first().isEqualTo("getting Temporal 1.9.1 (about 45 MB)");
    }

    private TemporalBinary find(@Nullable String version, Map<String, String> environment) {
        Map<String, String> isolated = new HashMap<>(environment);
        isolated.putIfAbsent("XDG_CACHE_HOME", folder.resolve("cache").toString());
        return BinaryFinder.from(isolated).find(version, text -> {});
    }

    private String path(String... folders) {
        List<String> path = new ArrayList<>();
        for (String name : folders) {
            path.add(folder.resolve(name).toString());
        }
        return String.join(":", path);
    }

    private static String withoutTemporal(String path) {
        return String.join(
                ":",
                List.of(path.split(":")).stream()
                        .filter(folder -> !Files.exists(Path.of(folder, "temporal")))
                        .toList());
    }

    private Path executable(String name, String script) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
