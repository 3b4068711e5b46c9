package dev.lindy.activities.gate;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.output.ReportFiles;
import dev.lindy.activities.finding.output.ToolOutput;
import dev.lindy.process.ProgramEnd;
import dev.lindy.state.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a gate's command said is wrong: its output, and its reports where the output does not tell enough. */
final class GateFindings {

    private GateFindings() {}

    /** @param project the project's folder in the worktree, or null where it is not known */
    static Findings of(Path evidence, @Nullable String project, ProgramEnd end, Redactor redactor) throws IOException {
        Findings printed = ToolOutput.of(evidence, project == null ? "" : project);
        if (end.reason() != ProgramEnd.Reason.EXITED) {
            return printed.incomplete();
        }
        if (printed.isReadable()
                || project == null
                || end.launchedAt() == null
                || !Files.isDirectory(Path.of(project))) {
            return printed;
        }
        Findings found = ReportFiles.of(Path.of(project), end.launchedAt(), end.endedAt());
        Findings reported = redactor.redact(found, Findings.class);
        return reported.tests().isEmpty() ? printed : joined(printed, reported);
    }

    /** Reports name all tests, so they tell as well what the output left out. */
    private static Findings joined(Findings printed, Findings reported) {
        FindingsBuilder all = new FindingsBuilder();
        Set<String> told = new HashSet<>();
        reported.tests().forEach(test -> told.add(TestNames.plain(test.id())));
        reported.tests().forEach(test -> all.failed(test.id(), test.reason(), test.place()));
        printed.tests().stream()
                .filter(test -> !told.contains(TestNames.plain(test.id())))
                .forEach(test -> all.failed(test.id(), test.reason(), test.place()));
        printed.problems()
                .forEach(
                        problem -> all.problem(problem.severity(), problem.place(), problem.rule(), problem.message()));
        if (!reported.complete()) {
            all.incomplete();
        }
        all.count(Math.max(printed.run(), reported.run()), 0, 0);
        return all.build();
    }
}
