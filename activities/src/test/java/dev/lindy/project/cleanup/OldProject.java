package dev.lindy.project.cleanup;

import dev.lindy.payload.Payloads;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import dev.lindy.project.config.ProjectConfig;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunStatus;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunFolder;
import dev.lindy.state.RunStart;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A project with a repository and runs of long ago, in a folder of the test. */
final class OldProject {

    static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    static final Limits LIMITS =
            new Limits(Duration.ofDays(14), Duration.ofDays(30), Duration.ofDays(30), 10L << 20, Duration.ofDays(7));

    final Path root;
    final StateDirectory state;

    OldProject(Path folder) throws IOException {
        Path real = folder.toRealPath();
        this.root = Files.createDirectories(real.resolve("project"));
        this.state = new StateDirectory(Files.createDirectories(real.resolve("state")));
        git("init", "-q", "-b", "main");
        commit("README.md", 100);
    }

    Cleanup.Report look() {
        return new Cleanup(root, ProjectConfig.defaults(), state, LIMITS, NOW).look(environment(0));
    }

    Finding finding(String subject) {
        return look().findings().stream()
                .filter(finding -> finding.subject().endsWith(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was found about " + subject));
    }

    String commit(String file, int daysAgo) throws IOException {
        Files.writeString(root.resolve(file), file + "\n");
        git("add", "-A");
        run(daysAgo, "commit", "-qm", "Add " + file);
        return git("rev-parse", "HEAD");
    }

    String git(String... args) {
        return run(0, args);
    }

    private String run(int daysAgo, String... args) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(args));
        Finished finished = new ProcessRunner().run(ShortCommand.of(command, root, environment(daysAgo)));
        if (!finished.isSuccess()) {
            throw new AssertionError("git " + List.of(args) + ": " + finished.stderr());
        }
        return finished.text().strip();
    }

    private Map<String, String> environment(int daysAgo) {
        String date = NOW.minus(Duration.ofDays(daysAgo)).toString();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", root.resolveSibling("home").toString());
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "somebody");
            environment.put("GIT_" + who + "_EMAIL", "somebody@example.com");
            environment.put("GIT_" + who + "_DATE", date);
        }
        return environment;
    }

    /** Records of a run that ended, or that is still at work where its status says so. */
    RunFolder run(String id, RunStatus status, int daysAgo) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        RunFolder folder = state.run(RunId.of(id));
        write(
                folder.start(),
                new RunStart(
                        RunId.of(id),
                        "goal-" + id,
                        root.toString(),
                        "goal",
                        "managed",
                        "managed",
                        "127.0.0.1:4711",
                        "lindy",
                        null,
                        at,
                        false));
        write(
                folder.header(),
                new RunHeader(
                        RunId.of(id),
                        "goal-" + id,
                        1,
                        "goal",
                        root.toString(),
                        status,
                        at,
                        status.isTerminal() ? at : null,
                        new BaseRef("main", "0123456789012345678901234567890123456789"),
                        "af/goal-" + id,
                        0,
                        List.of(),
                        null,
                        null,
                        false));
        return folder;
    }

    private static void write(Path file, Object value) {
        try {
            PrivateFiles.write(file, Payloads.mapper().writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
