package dev.lindy.project.config.key;

import static dev.lindy.project.config.key.ConfigKey.choice;
import static dev.lindy.project.config.key.ConfigKey.count;
import static dev.lindy.project.config.key.ConfigKey.flag;
import static dev.lindy.project.config.key.ConfigKey.seconds;
import static dev.lindy.project.config.key.ConfigKey.text;
import static dev.lindy.project.config.key.ConfigKey.texts;

import dev.lindy.project.config.GatesConfig.LayerCheck;
import dev.lindy.project.config.key.ValueType.Command;
import java.util.List;

/** Keys of {@code qa_gates}. */
final class GateKeys {

    private static final int ANY = Integer.MAX_VALUE;
    private static final String GATE = "qa_gates.custom[].";

    private GateKeys() {}

    static List<ConfigKey> gates() {
        return List.of(
                text(GATE + "name", null, "Unique in its list; plans may name it")
                        .required(),
                ConfigKey.of(
                                GATE + "command",
                                new Command(),
                                null,
                                "A text is a line for `sh -c`, a list a program and its arguments")
                        .required(),
                text(GATE + "cwd", "{module_path}", "Folder in the worktree; `.` in the list of a module"),
                seconds(GATE + "timeout", 600, "Hard limit of one run"),
                texts(
                        GATE + "modules",
                        List.of(),
                        "Modules whose tasks it judges; all where it is empty, its own in the list of a module"),
                flag(GATE + "required", true, "`false`: a rejection is reported and stops nothing"),
                flag(
                        GATE + "diff_only",
                        false,
                        "The command looks only at `{changed_files}`; not run where nothing changed"),
                flag(
                        "qa_gates.structural.enforce_module_boundary",
                        true,
                        "Changes outside of the task's module are rejected"),
                texts(
                        "qa_gates.structural.sensitive_patterns",
                        List.of(".env", "*.key", "*.pem"),
                        "Files that no change may add or alter"),
                count(
                        "qa_gates.structural.max_file_lines",
                        500,
                        1,
                        ANY,
                        "Longest source file that `lindy scan` and `structural_check` let pass"),
                count(
                        "qa_gates.rerun_rejected",
                        1,
                        0,
                        10,
                        "Times a rejecting command is run again on the same tree; one that passes then is `flaky`"),
                texts(
                        "qa_gates.environment",
                        List.of(),
                        "Names of variables of the caller that gates get besides the usual ones"),
                seconds("qa_gates.ci_check.timeout_seconds", 900, "How long CI may take before a person is asked"),
                seconds("qa_gates.ci_check.poll_interval", 30, "Longest pause between two looks at CI"),
                seconds("qa_gates.ci_check.grace_seconds", 60, "How long a CI run may take to appear after the push"),
                flag(
                        "qa_gates.layer_check.enabled",
                        true,
                        "Tasks of modules with a `Layer Structure` in ARCHITECTURE.md get the gate `layer_check`"),
                choice(
                        "qa_gates.layer_check.unknown_file_policy",
                        LayerCheck.SKIP,
                        List.of(LayerCheck.SKIP, LayerCheck.WARN, LayerCheck.FAIL),
                        "What a new file of no layer means: nothing, a remark in the report, a rejection"));
    }
}
