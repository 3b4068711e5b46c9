package dev.lindy.activities.prompt;

import static dev.lindy.activities.prompt.ToolReport.pick;

import java.util.List;
import java.util.Optional;

/** The tools whose output is known, told apart by what they print, never by the name of the gate. */
final class ToolReports {

    private static final ToolReport TYPESCRIPT = ToolReport.of(
            "TypeScript",
            "error TS\\d+:",
            "Mend these type errors.",
            pick("error TS\\d+:", 15),
            pick("^Found \\d+ errors?", 1));

    private static final ToolReport PYTEST = ToolReport.of(
            "pytest",
            "^(?:FAILED|ERROR) \\S+\\.py|^=+ (?:FAILURES|ERRORS|short test summary info) =+$",
            "Run the failing tests by these ids, and mend the code until they pass.",
            pick("^(?:FAILED|ERROR) \\S", 10),
            pick("^E   ", 5),
            pick("^=+ .*\\b(?:passed|failed|errors?)\\b.* =+$", 1));

    private static final ToolReport GO = ToolReport.of(
            "go",
            "^\\s*--- FAIL: |^FAIL\\t\\S|^\\S+\\.go:\\d+:\\d+: |^panic: .*",
            "Mend these, then run `go build ./...` and `go test ./...`.",
            pick("^\\s*--- FAIL: ", 10),
            pick("^\\s+\\S+_test\\.go:\\d+: ", 15),
            pick("^\\S+\\.go:\\d+:\\d+: ", 15),
            pick("^panic: ", 3),
            pick("^FAIL\\t", 10));

    private static final ToolReport CARGO = ToolReport.of(
            "cargo",
            "^error\\[E\\d+]: |^test \\S.* \\.\\.\\. FAILED$|^test result: FAILED|^error: could not compile",
            "Mend these, then run `cargo build` and `cargo test`.",
            pick("^error(?:\\[E\\d+])?: ", 15),
            pick("^\\s*--> \\S+:\\d+:\\d+", 15),
            pick("^test \\S.* \\.\\.\\. FAILED$", 10),
            pick("panicked at ", 5),
            pick("^\\s+(?:left|right): ", 10),
            pick("^test result: FAILED", 3));

    private static final ToolReport MAVEN = ToolReport.of(
            "Maven",
            "^\\[ERROR] \\S|^\\[INFO] BUILD FAILURE",
            "Mend these; run the failing tests alone with `-Dtest=…` first.",
            pick("^\\[ERROR] +\\S+\\.\\S*:\\d+", 15),
            pick("^\\[ERROR] +\\S+:\\[\\d+,\\d+]", 15),
            pick("^\\[ERROR] +(?:\\S+\\.)?\\S+ .*(?:<<<|»|Exception)", 10),
            pick("^\\[ERROR] +Tests run:", 3),
            pick("^\\[ERROR] +Failed to execute goal", 1));

    private static final ToolReport GRADLE = ToolReport.of(
            "Gradle",
            "^\\S+ > .* FAILED$|^Execution failed for task ",
            "Mend these; run the failing tests alone with `--tests` first.",
            pick("^\\S+ > .* FAILED$", 10),
            pick("^\\s+\\S*(?:Error|Exception|Failure)\\S*(?::| at )", 10),
            pick("^\\S+\\.(?:java|kt|groovy):\\d+: error: ", 15),
            pick("^\\d+ tests? completed, \\d+ failed", 1));

    private static final ToolReport LINT = ToolReport.of(
            "lint",
            "^\\S+:\\d+:\\d+: [A-Z]+\\d+ |^\\s+\\d+:\\d+\\s+(?:error|warning)\\s|^\\S+\\.\\w+:\\d+:\\d+: \\S",
            "Mend each finding in the code; do not silence the rule.",
            pick("^\\S+:\\d+:\\d+: ", 15),
            pick("^\\s+\\d+:\\d+\\s+(?:error|warning)\\s", 15),
            pick("^\\S*/\\S+\\.\\w{1,5}$", 15),
            pick("^Found \\d+ errors?|^\\S? ?\\d+ problems? ", 1));

    private static final List<ToolReport> ALL = List.of(TYPESCRIPT, PYTEST, GO, CARGO, MAVEN, GRADLE, LINT);

    private ToolReports() {}

    static Optional<ToolReport> recognize(List<String> lines) {
        return ALL.stream().filter(report -> report.recognizes(lines)).findFirst();
    }
}
