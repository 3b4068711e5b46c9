package dev.lindy.activities.attempt;

import dev.lindy.plan.TaskId;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The evidence of one attempt: {@code prompt.md}, {@code transcript.jsonl}, {@code stderr.txt}, {@code
 * diffstat.txt}. Parts after the first have their number in the name. Live streams are beside the run's own
 * records until the agent has ended.
 */
final class AttemptFiles {

    private final Path evidence;
    private final Path live;
    private final String suffix;

    AttemptFiles(RunFolder run, TaskId task, int attempt, int part) {
        evidence = run.attempt(task, attempt);
        suffix = part == 0 ? "" : "-" + (part + 1);
        live = run.live("t%d.a%d%s".formatted(task.value(), attempt, suffix));
    }

    Path prompt() {
        return evidence.resolve("prompt" + suffix + ".md");
    }

    Path transcript() {
        return evidence.resolve("transcript" + suffix + ".jsonl");
    }

    Path diffstat() {
        return evidence.resolve("diffstat.txt");
    }

    Path liveStdin() {
        return live.resolve("stdin");
    }

    Path liveStdout() {
        return live.resolve("stdout");
    }

    Path liveStderr() {
        return live.resolve("stderr");
    }

    void writePrompt(String prompt) {
        PrivateFiles.write(liveStdin(), prompt.getBytes(StandardCharsets.UTF_8));
        PrivateFiles.write(prompt(), prompt.getBytes(StandardCharsets.UTF_8));
    }

    void writeDiffstat(String table) {
        PrivateFiles.write(diffstat(), table.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What people should know of the attempt, a line each, besides what its earlier parts have written; nothing is
     * written where there is nothing to say. Idempotent.
     */
    void addNotes(List<String> notes) {
        if (!notes.isEmpty()) {
            Path file = evidence.resolve(RunFolder.NOTES);
            Set<String> lines = new LinkedHashSet<>(earlier(file));
            lines.addAll(notes);
            PrivateFiles.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> earlier(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the notes in " + file, e);
        }
    }

    /** Private folder of this start. */
    Path live() {
        return live;
    }

    /** Copies what the agent said into the evidence, without secrets. */
    void keepStreams(Redactor redactor) {
        redactor.keep(liveStdout(), transcript());
        redactor.keep(liveStderr(), evidence.resolve("stderr" + suffix + ".txt"));
    }
}
