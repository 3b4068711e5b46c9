package dev.lindy.activities.attempt;

import dev.lindy.plan.TaskId;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Redactor;
import dev.lindy.state.RunFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
        redactor.keep(liveStdout(), transcript());
        redactor.keep(liveStderr(), evidence.resolve("stderr" + suffix + ".txt"));
    }
}
