package dev.lindy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout whose {@code mvn} counts its calls and copies jars that are there already. */
class CheckoutLauncherIT {

    @TempDir
    private Path folder;

    private Path root;
    private Path builds;
    private Path source;

    @BeforeEach
    void checkOut() throws IOException {
        root = folder.resolve("check out");
        builds = folder.resolve("builds");
        source = root.resolve("client-cli/src/main/java/Main.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(root.resolve("client-cli/src/assembly"));
        Files.writeString(source, "");
        Files.writeString(root.resolve("pom.xml"), "<project>\n  <version>9.8.7</version>\n</project>\n");
        Files.writeString(root.resolve("client-cli/pom.xml"), "<project/>\n");
        Files.copy(FakeDistribution.SCRIPT, root.resolve("lindy"), StandardCopyOption.COPY_ATTRIBUTES);
        FakeDistribution.library(folder.resolve("made/lib"));
        maven("mkdir -p client-cli/target/dist && cp -R '%s' client-cli/target/dist/"
                .formatted(folder.resolve("made/lib")));
    }

    @Test
    void buildsOnceAndThenJustRuns() throws IOException {
        Finished first = run("x");
        Finished second = run("y");

        assertThat(first.text()).isEqualTo("x\n");
        assertThat(first.stderr()).isEqualTo("building Lindy\n");
        assertThat(second.text()).isEqualTo("y\n");
        assertThat(second.stderr()).isEmpty();
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws IOException {
        run("x");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run("x").stderr()).isEqualTo("building Lindy\n");
    }

    @Test
    void tellsTheVersionWithoutBuilding() throws IOException {
        assertThat(run("--version").text()).isEqualTo("lindy 9.8.7\n");
        assertThat(calls()).isZero();
    }

    @Test
    void showsWhyTheBuildFailed() throws IOException {
        maven("echo '[ERROR] Main.java:7: no such thing'; exit 1");

        Finished result = run("x");

        assertThat(result.exitCode()).isEqualTo(70);
        assertThat(result.text()).isEmpty();
        assertThat(result.stderr()).contains("[ERROR] Main.java:7: no such thing", "error: could not build Lindy");
        assertThat(root.resolve("client-cli/target/builds/lock")).doesNotExist();
    }

    @Test
    void buildsOnceForTwoCommandsAtOnce() throws Exception {
        ExecutorService commands = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> both = List.of(() -> run("x").text(), () -> run("x").text());
            List<String> said = new ArrayList<>();
            for (Future<String> future : commands.invokeAll(both)) {
                said.add(future.get());
            }

            assertThat(said).containsExactly("x\n", "x\n");
            assertThat(calls()).isEqualTo(1);
        } finally {
            commands.shutdownNow();
        }
    }

    @Test
    void passesOverTheLockOfADeadBuild() throws IOException {
        Path locks = Files.createDirectories(root.resolve("client-cli/target/builds"));
        Files.createSymbolicLink(locks.resolve("lock"), Path.of("999999999"));

        assertThat(run("x").text()).isEqualTo("x\n");
    }

    private void maven(String script) throws IOException {
        Path mvn = folder.resolve("tools/mvn");
        Files.createDirectories(mvn.getParent());
        Files.writeString(mvn, """
                #!/bin/sh
                echo call >>'%s'
                cd '%s' || exit
                %s
                """.formatted(builds, root, script));
        assertThat(mvn.toFile().setExecutable(true)).isTrue();
    }

    private long calls() throws IOException {
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    private Finished run(String... words) {
        List<String> command = new ArrayList<>(List.of(root.resolve("lindy").toString()));
        command.addAll(List.of(words));
        Map<String, String> environment = Map.of(
                "PATH",
                folder.resolve("tools") + ":/usr/bin:/bin",
                "HOME",
                folder.toString(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "LINDY_CDS",
                "off");
        return new ProcessRunner().run(ShortCommand.of(command, folder, environment));
    }
}
