package dev.lindy.project.demo;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small project with two modules, its first commit made, and a plan of eight tasks for it. */
public final class DemoProject {

    private static final List<String> FILES = List.of(
            "orchestrator.yaml",
            "README.md",
            "api/run-tests.sh",
            "api/prices.txt",
            "api/tests/prices.sh",
            "api/STATUS.md",
            "web/index.html",
            "web/STATUS.md");

    private final Path root;
    private final Map<String, String> environment;
    private final ProcessRunner runner = new ProcessRunner();

    private DemoProject(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = new TreeMap<>(environment);
        this.environment.putAll(Map.of(
                "GIT_AUTHOR_NAME", "Lindy",
                "GIT_AUTHOR_EMAIL", "lindy@localhost",
                "GIT_COMMITTER_NAME", "Lindy",
                "GIT_COMMITTER_EMAIL", "lindy@localhost"));
    }

    /**
     * Makes the project in a fresh folder.
     *
     * @param environment of the caller, to find git with
     * @throws UncheckedIOException where git is missing or fails
     */
    public static DemoProject create(Path root, Map<String, String> environment) {
        DemoProject project = new DemoProject(root, environment);
        FILES.forEach(file -> project.copy("files/" + file, root.resolve(file)));
        project.copy("plan.yaml", project.plan());
        project.git("init", "--quiet", "--initial-branch=main");
        project.git("add", "--all");
        project.git("commit", "--quiet", "--no-gpg-sign", "--message", "First commit");
        return project;
    }

    public Path root() {
        return root;
    }

    public Path config() {
        return root.resolve("orchestrator.yaml");
    }

    public Path plan() {
        return root.resolve("plan.yaml");
    }

    /** The commits of a branch as git draws them. */
    public String graph(String branch) {
        return git("log", "--graph", "--no-color", "--format=%h %s", branch, "--");
    }

    private String git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Finished finished = runner.run(ShortCommand.of(command, root, environment));
        if (!finished.isSuccess()) {
            throw new UncheckedIOException(new IOException(
                    "`git " + arguments[0] + "` failed: " + finished.stderr().strip()));
        }
        return finished.text();
    }

    private void copy(String resource, Path file) {
        try (InputStream in = DemoProject.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the distribution lacks " + resource);
            }
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }
}
