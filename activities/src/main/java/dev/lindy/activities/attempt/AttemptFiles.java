package dev.lindy.activities.attempt;

import dev.lindy.plan.TaskId;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

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
        live = run.root()
                .resolve(".lindy")
                .resolve("live")
                .resolve("t%d.a%d%s".formatted(task.value(), attempt, suffix));
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

    void writePrompt(String prompt, Redactor redactor) {
        PrivateFiles.write(liveStdin(), prompt.getBytes(StandardCharsets.UTF_8));
        PrivateFiles.write(prompt(), redactor.redact(prompt).getBytes(StandardCharsets.UTF_8));
    }

    void writeDiffstat(String table) {
        PrivateFiles.write(diffstat(), table.getBytes(StandardCharsets.UTF_8));
    }

    /** What people should know of the attempt, a line each; nothing is written where there is nothing to say. */
    void writeNotes(List<String> notes) {
        if (!notes.isEmpty()) {
            PrivateFiles.write(
                    evidence.resolve(RunFolder.NOTES),
                    (String.join("\n", notes) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Copies what the agent said into the evidence, without secrets. */
    void keepStreams(Redactor redactor) {
        keep(liveStdout(), transcript(), redactor);
        keep(liveStderr(), evidence.resolve("stderr" + suffix + ".txt"), redactor);
    }

    private static void keep(Path from, Path to, Redactor redactor) {
        if (!Files.exists(from)) {
            return;
        }
        PrivateFiles.write(to, new byte[0]);
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = Files.newOutputStream(to, StandardOpenOption.TRUNCATE_EXISTING)) {
            redactor.copy(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep `" + to + "`", e);
        }
    }
}
