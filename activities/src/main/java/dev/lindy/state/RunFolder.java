package dev.lindy.state;

import dev.lindy.plan.TaskId;
import dev.lindy.run.ArtifactRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * One run's folder: evidence for people ({@code goal.md}, {@code plan.json}, {@code report.md}, {@code
 * tasks/<n>/<attempt>/…}) and Lindy's own records ({@code .lindy/…}).
 */
public record RunFolder(Path root) {

    /** Name of the file in an attempt's folder that {@link #notes} reads. */
    public static final String NOTES = "notes.txt";

    public Path goal() {
        return root.resolve("goal.md");
    }

    public Path plan() {
        return root.resolve("plan.json");
    }

    public Path reportMarkdown() {
        return root.resolve("report.md");
    }

    public Path reportJson() {
        return root.resolve("report.json");
    }

    /** Evidence of the planner's requests. */
    public Path planning(int number) {
        return root.resolve("planning").resolve(Integer.toString(number));
    }

    public Path task(TaskId task) {
        return root.resolve("tasks").resolve(Integer.toString(task.value()));
    }

    public Path attempt(TaskId task, int attempt) {
        return task(task).resolve(Integer.toString(attempt));
    }

    /** What people should know of an attempt besides its outcome, a line each. */
    public List<String> notes(TaskId task, int attempt) {
        try {
            return Files.readAllLines(attempt(task, attempt).resolve(NOTES));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the notes of an attempt", e);
        }
    }

    /** The project config as it was at the start of the run. */
    public Path config() {
        return root.resolve(".lindy").resolve("config.json");
    }

    /** Which end of the run is in the action log. */
    public Path ended() {
        return root.resolve(".lindy").resolve("ended");
    }

    /** Environment of the caller, readable by the user alone. */
    public Path environment() {
        return root.resolve(".lindy").resolve("environment.json");
    }

    /** Engine, project and workflow of the run, written by the command that started it. */
    public Path start() {
        return root.resolve(".lindy").resolve("run.json");
    }

    /** The header of the projection. */
    public Path header() {
        return root.resolve(".lindy").resolve("header.json");
    }

    /** Output of a program as it comes, with all secrets in it, until the run has ended. */
    public Path live(String program) {
        return liveStreams().resolve(program);
    }

    public Path liveStreams() {
        return root.resolve(".lindy").resolve("live");
    }

    /** One file per task of the projection. */
    public Path taskStates() {
        return root.resolve(".lindy").resolve("tasks");
    }

    /** Verdicts by gate and tree. */
    public Path verdicts() {
        return root.resolve(".lindy").resolve("verdicts");
    }

    /** The file that a reference names, always inside this folder. */
    public Path resolve(ArtifactRef artifact) {
        Path file = root.resolve(artifact.path()).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("artifact must be inside the run's folder: " + artifact.path());
        }
        return file;
    }
}
