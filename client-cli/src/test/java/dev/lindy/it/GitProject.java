package dev.lindy.it;

import dev.lindy.payload.Payloads;
import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A repository with two modules, {@code api} and {@code web}, for the scripted agent; one commit on {@code main}. */
final class GitProject {

    private static final String CONFIG = """
            project:
              name: shop
            modules:
              - name: api
                path: api
              - name: web
                path: web
            dispatcher:
              provider: scripted
            planner:
              provider: scripted
            safety:
              max_parallel: 4
              max_retries_per_task: 2
            """;

    private final Path root;
    private final Map<String, String> environment;
    private final ProcessRunner runner = new ProcessRunner();
    private int plans;

    private GitProject(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    static GitProject create(LindyHome home) {
        return create(home, CONFIG);
    }

    static GitProject create(LindyHome home, String config) {
        return create(home, "my shop", config);
    }

    /** Another project of the same user. */
    static GitProject named(LindyHome home, String folder, String... moreConfig) {
        return create(home, folder, CONFIG + String.join("\n", moreConfig) + "\n");
    }

    private static GitProject create(LindyHome home, String folder, String config) {
        GitProject project = new GitProject(home.folder(folder), home.environment());
        project.write("orchestrator.yaml", config);
        for (String module : List.of("api", "web")) {
            project.write(module + "/STATUS.md", "# Status: " + module + "\n");
            project.write(module + "/code.txt", "one\n");
        }
        project.git("init", "--quiet", "--initial-branch=main");
        project.git("add", "--all");
        project.commit("First");
        return project;
    }

    Path root() {
        return root;
    }

    Path write(String path, String text) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a plan file outside the repository and returns its path. */
    String plan(PlanTask... tasks) {
        Path file = root.resolveSibling(root.getFileName() + "-plan-" + ++plans + ".json");
        try {
            Files.write(
                    file,
                    Payloads.mapper()
                            .writeValueAsBytes(Map.of(
                                    "goal",
                                    "Reach goal " + plans,
                                    "tasks",
                                    Arrays.stream(tasks).map(PlanTask::json).toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    /** Standard output without the last line break; fails where git does. */
    String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(Arrays.asList(arguments));
        Finished finished = runner.run(ShortCommand.of(command, root, environment));
        if (!finished.isSuccess()) {
            throw new AssertionError(command + " failed: " + finished.stderr());
        }
        return finished.text().stripTrailing();
    }

    /** A commit by the user. */
    void commit(String message) {
        git("-c", "user.name=A User", "-c", "user.email=user@example.invalid", "commit", "--quiet", "-m", message);
    }

    /** The text of a file on a branch. */
    String file(String branch, String path) {
        return git("show", branch + ":" + path);
    }

    /** Names of all files on a branch. */
    List<String> files(String branch) {
        return git("ls-tree", "-r", "--name-only", branch).lines().toList();
    }
}
