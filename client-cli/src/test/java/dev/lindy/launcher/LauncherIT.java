package dev.lindy.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherIT {

    @TempDir
    private Path folder;

    private Path script;
    private Map<String, String> environment;

    @BeforeEach
    void install() throws IOException {
        script = FakeDistribution.create(folder.resolve("dist"));
        environment = new TreeMap<>(Map.of(
                "PATH", "/usr/bin:/bin",
                "HOME", folder.toString(),
                "JAVA_HOME", System.getProperty("java.home"),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "LINDY_CDS", "off"));
    }

    @Test
    void tellsTheVersionWithoutJava() {
        environment.put("JAVA_HOME", "/nowhere");

        assertThat(run("--version").text()).isEqualTo("lindy 9.8.7\n");
        assertThat(run("-V").text()).isEqualTo("lindy 9.8.7\n");
        assertThat(run("version").text()).isEqualTo("lindy 9.8.7\n");
        assertThat(run("version", "--json").text()).isEqualTo("{\"version\": \"9.8.7\"}\n");
    }

    @Test
    void tellsTheVersionForLessThanFiftyMillisecondsOfCpu() throws IOException {
        Path times = folder.resolve("times");
        Path measure = Files.writeString(
                folder.resolve("measure"), "'" + script + "' --version >/dev/null\ntimes >'" + times + "'\n");

        assertThat(command(List.of("/bin/sh", measure.toString())).isSuccess()).isTrue();

        // The second line holds the children's user and system time, for instance 0m0.004s 0m0.001s.
        double seconds = Stream.of(Files.readAllLines(times).get(1).split(" "))
                .mapToDouble(time ->
                        Double.parseDouble(time.substring(time.indexOf('m') + 1).replace("s", "")))
                .sum();
        assertThat(seconds).isLessThan(0.05);
    }

    @Test
    void passesWordsAsTheyAre() {
        assertThat(run("plan", "two words", "*", "", "$HOME", "it's \"quoted\"").text())
                .isEqualTo("plan|two words|*||$HOME|it's \"quoted\"\n");
    }

    @Test
    void saysThatTheCurrentFolderIsGone() {
        Finished result =
                command(List.of("/bin/sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec '" + script + "' x"));

        assertThat(result.exitCode()).isEqualTo(70);
        assertThat(result.stderr())
                .endsWith("error: the current folder is gone\n\nhint: change to a folder that is there\n");
    }

    @Test
    void endsAsJavaDoesAndSaysNothingItself() {
        Finished result = run("end", "8");

        assertThat(result.exitCode()).isEqualTo(8);
        assertThat(result.text()).isEmpty();
        assertThat(result.stderr()).isEmpty();
    }

    @Test
    void worksFromPathsWithSpacesAndThroughLinks() throws IOException {
        Path spaced = FakeDistribution.create(folder.resolve("my tools/lindy 1"));
        Files.createDirectories(folder.resolve("a b"));
        Path relative = Files.createSymbolicLink(
                folder.resolve("a b/one"), Path.of("../my tools/lindy 1/bin").resolve(spaced.getFileName()));
        Path chain = Files.createSymbolicLink(folder.resolve("two"), relative);

        assertThat(command(List.of(chain.toString(), "x")).text()).isEqualTo("x\n");
        assertThat(command(List.of(chain.toString(), "--version")).text()).isEqualTo("lindy 9.8.7\n");
        assertThat(command(List.of("sh", "two", "x")).text()).isEqualTo("x\n");
    }

    @Test
    void saysWhichJavaItFoundWhenNoneWillDo() throws IOException {
        Path old = folder.resolve("jdk 11/bin/java");
        Files.createDirectories(old.getParent());
        Files.writeString(old, "#!/bin/sh\nexit 1\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("jdk 11/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
        environment.put("JAVA_HOME", folder.resolve("jdk 11").toString());
        environment.put("PATH", toolsWithoutJava());

        Finished result = run("x");

        assertThat(result.exitCode()).isEqualTo(70);
        assertThat(result.text()).isEmpty();
        assertThat(result.stderr())
                .isEqualTo("error: could not find Java 17 or newer: `" + old + "` is Java 11\n\n"
                        + "hint: install a JDK 17 or newer, or set JAVA_HOME to one\n");
    }

    @Test
    void asksAJavaThatHasNoReleaseFile() throws IOException {
        Path java = folder.resolve("shims/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\nexec '" + System.getProperty("java.home") + "/bin/java' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.remove("JAVA_HOME");
        environment.put("PATH", folder.resolve("shims") + ":/usr/bin:/bin");

        assertThat(run("x").text()).isEqualTo("x\n");
    }

    @Test
    void makesAnArchiveOfClassesInTheBackground() throws IOException {
        environment.remove("LINDY_CDS");
        // a busy machine gives a nice process one part in seventy of a core
        environment.put("PATH", withoutPatience() + ":/usr/bin:/bin");

        run("x");
        run("x");
        await().atMost(Duration.ofMinutes(2)).until(() -> archives() == 1 && !isDumping());
        Finished third = run("x");

        assertThat(third.text()).isEqualTo("x\n");
        assertThat(third.stderr()).isEmpty();
        environment.put("LINDY_JAVA_OPTS", "-Xlog:class+load");
        assertThat(run("x").text()).containsPattern("dev.lindy.cli.Main source: shared objects file");
    }

    @Test
    void doesWithoutAnArchiveWhereItCannotBeKept() {
        environment.remove("LINDY_CDS");
        environment.put("XDG_CACHE_HOME", "/dev/null");

        Finished result = run("x");

        assertThat(result.text()).isEqualTo("x\n");
        assertThat(result.stderr()).isEmpty();
    }

    private long archives() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.filter(file -> file.endsWith("lindy.jsa")).count();
        }
    }

    private boolean isDumping() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            return files.anyMatch(file -> file.endsWith("dumping"));
        }
    }

    /** A {@code nice} that is not. */
    private String withoutPatience() throws IOException {
        Path shims = Files.createDirectories(folder.resolve("shims"));
        Path nice = Files.writeString(shims.resolve("nice"), "#!/bin/sh\nexec \"$@\"\n");
        assertThat(nice.toFile().setExecutable(true)).isTrue();
        return shims.toString();
    }

    /** The script's tools, but no Java. */
    private String toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("readlink", "sed", "head")) {
            Path tool =
                    Files.writeString(tools.resolve(name), "#!/bin/sh\nPATH=/usr/bin:/bin\nexec " + name + " \"$@\"\n");
            assertThat(tool.toFile().setExecutable(true)).isTrue();
        }
        return tools.toString();
    }

    private Finished run(String... words) {
        List<String> command =
                Stream.concat(Stream.of(script.toString()), Stream.of(words)).toList();
        return command(command);
    }

    private Finished command(List<String> command) {
        return new ProcessRunner().run(ShortCommand.of(command, folder, environment));
    }
}
