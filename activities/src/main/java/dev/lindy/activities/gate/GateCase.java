package dev.lindy.activities.gate;

import dev.lindy.activities.git.Repository;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activity.JudgeTree;
import dev.lindy.plan.Task;
import dev.lindy.project.config.ResolvedGate;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Verdict;
import dev.lindy.state.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One gate and the tree it is asked about.
 *
 * @param tree id of the tree of the judged commit
 * @param changed files of the change for a command that asks for them, relative to the project; those outside of it
 *     start with {@code ../}
 */
public record GateCase(
        RunContext run,
        Repository repository,
        Task task,
        ResolvedGate gate,
        JudgeTree request,
        String tree,
        List<String> changed) {

    public GateCase {
        changed = List.copyOf(changed);
    }

    /** The file that keeps why the gate decided as it did. */
    public Path evidence() {
        String place = request.place() == JudgeTree.Place.ATTEMPT
                ? ""
                : "." + request.place().name().toLowerCase(Locale.ROOT);
        String name = "gate-" + gate.key() + place + (request.number() > 1 ? "." + request.number() : "") + ".txt";
        return request.place() == JudgeTree.Place.BASE
                ? run.folder().root().resolve("baseline").resolve(FileNames.of(request.task() + " " + name))
                : run.folder().attempt(request.task(), request.attempt()).resolve(name);
    }

    /** Passes, with a line for people that may be empty. */
    GateVerdict passed(String summary) {
        String line = run.redactor().redact(summary);
        return new GateVerdict(gate.name(), Verdict.PASSED, gate.required(), line, "");
    }

    /** Passes where there are no findings, one line each; rejects with them as evidence where there are. */
    public GateVerdict findings(List<String> findings) {
        if (findings.isEmpty()) {
            return passed("");
        }
        List<String> lines = findings.stream().map(run.redactor()::redact).toList();
        Path file = evidence();
        PrivateFiles.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return new GateVerdict(
                gate.name(),
                Verdict.REJECTED,
                gate.required(),
                lines.get(0),
                run.artifacts().name(file),
                GateEvidence.tail(lines));
    }
}
