package dev.lindy.activities.git;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A repository of a user who has no settings, in a folder of the test. */
public final class Sandbox {

    static final RunId RUN = RunId.of("0badcafe");
    static final String PREFIX = "af";

    private final Path folder;
    private final Path project;

    private Sandbox(Path folder, Path project) {
        this.folder = folder;
        this.project = project;
    }

    /** A repository with one commit that holds README.md and src/main.txt. */
    public static Sandbox withCommit(Path folder) {
        Sandbox sandbox = empty(folder);
        sandbox.write("README.md", "hello\n");
        sandbox.write("src/main.txt", "one\ntwo\nthree\n");
        sandbox.git("add", "-A");
        sandbox.git("commit", "-qm", "First");
        return sandbox;
    }

    static Sandbox empty(Path folder) {
        Sandbox sandbox = bare(folder, named("pro ject-ü"));
        sandbox.git("init", "-q", "-b", "main");
        return sandbox;
    }

    /** The name, or an ASCII one where this JVM cannot use others in paths. */
    static String named(String name) {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? name : name.replaceAll("[^ -~]", "_");
    }

    /** A folder that is no repository yet. */
    static Sandbox bare(Path folder, String name) {
        try {
            Path real = folder.toRealPath();
            Files.createDirectories(real.resolve("home"));
            return new Sandbox(real, Files.createDirectories(real.resolve(name)));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    Path folder() {
        return folder;
    }

    public Path project() {
        return project;
    }

    Path worktree(int task) {
        return folder.resolve("state").resolve("worktrees").resolve(RUN.value()).resolve("task-" + task);
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        return environment;
    }

    public Repository repository() {
        return Repository.open(project, environment());
    }

    public String head() {
        return git("rev-parse", "HEAD");
    }

    Workspace prepare(int task) {
        return workspaces().prepare(RUN, TaskId.of(task), head(), worktree(task));
    }

    Workspaces workspaces() {
        return new Workspaces(repository(), PREFIX, WorkspaceFiles.none());
    }

    GoalBranch goal() {
        return GoalBranch.claim(repository(), PREFIX, RUN, head());
    }

    public Path write(String path, String text) {
        return write(project, path, text);
    }

    static Path write(Path root, String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Installs hooks that fail and say that they ran. */
    void failingHooks() {
        Path hooks = project.resolve(".git/hooks");
        for (String name : List.of(
                "pre-commit",
                "commit-msg",
                "post-checkout",
                "post-commit",
                "reference-transaction",
                "pre-merge-commit")) {
            Path hook = write(hooks, name, "#!/bin/sh\ntouch '" + folder.resolve("hook-ran") + "'\nexit 1\n");
            try {
                Files.setPosixFilePermissions(hook, PosixFilePermissions.fromString("rwxr-xr-x"));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
    }

    boolean hookRan() {
        return Files.exists(folder.resolve("hook-ran"));
    }

    /** Git as the user or the agent runs it, in the project. */
    public String git(String... args) {
        return gitIn(project, args);
    }

    String gitIn(Path dir, String... args) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            builder.environment().put("GIT_" + role + "_NAME", "User");
            builder.environment().put("GIT_" + role + "_EMAIL", "user@example.org");
        }
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", args) + ": " + output);
            }
            return output;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Commits a file in a worktree, as an agent does. */
    String commitIn(Path root, String path, String text) {
        write(root, path, text);
        gitIn(root, "add", "-A");
        gitIn(root, "commit", "-qm", "Change " + path);
        return gitIn(root, "rev-parse", "HEAD");
    }

    /** Everything of the user that nobody may change, as one text. */
    String userState() {
        return String.join(
                "\n",
                git("status", "--porcelain", "--untracked-files=all"),
                git("for-each-ref", "refs/heads/main", "refs/tags", "refs/stash"),
                read(project.resolve(".git/HEAD")),
                indexBytes(),
                git("diff"),
                git("config", "--local", "--list"));
    }

    private String indexBytes() {
        try {
            return new String(Files.readAllBytes(project.resolve(".git/index")), StandardCharsets.ISO_8859_1);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
