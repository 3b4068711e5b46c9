package dev.lindy.workflow;

import dev.lindy.activity.PlannedTask;
import dev.lindy.plan.TaskId;
import dev.lindy.run.Attempt;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import dev.lindy.text.SafeText;
import java.util.List;
import java.util.function.Function;

/** Markdown for the Web UI's User Metadata tab; text from outside is escaped. */
final class LiveDetails {

    /** Rows shown of a large plan; the UI shows at most 20,000 bytes. */
    private static final int MAX_ROWS = 100;

    private static final int MAX_TEXT = 1_000;

    private LiveDetails() {}

    static String of(PlannedTask task, TaskState state, String phase) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(task.id()).append(" · ").append(escape(task.module()));
        text.append("\n\n").append(escape(task.title())).append("\n\n");
        text.append("**").append(escape(phase)).append("**\n\n");
        text.append("| attempt | agent | outcome | gates |\n|---|---|---|---|\n");
        for (Attempt attempt : state.attempts()) {
            text.append("| ").append(attempt.number()).append(" | ").append(escape(attempt.agent()));
            text.append(" | ")
                    .append(
                            attempt.outcome() == null
                                    ? "…"
                                    : escape(attempt.outcome().message()));
            text.append(" | ").append(escape(gates(attempt))).append(" |\n");
        }
        return text.toString();
    }

    static String of(RunHeader header, List<PlannedTask> tasks, Function<TaskId, TaskState> states) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(escape(header.goal())).append("\n\n");
        text.append("**").append(header.status().word()).append("**");
        if (header.attention() != null) {
            text.append(": ").append(escape(header.attention().message()));
        }
        text.append("\n\n| task | module | what | status | attempts |\n|---|---|---|---|---|\n");
        for (PlannedTask task : tasks.subList(0, Math.min(MAX_ROWS, tasks.size()))) {
            TaskState state = states.apply(task.id());
            text.append("| ").append(task.id().value()).append(" | ").append(escape(task.module()));
            text.append(" | ").append(escape(task.title())).append(" | ");
            text.append(state.status().word()).append(" | ");
            text.append(state.attempts().size()).append(" |\n");
        }
        return text.toString();
    }

    private static String gates(Attempt attempt) {
        StringBuilder text = new StringBuilder();
        for (GateVerdict gate : attempt.gates()) {
            text.append(text.isEmpty() ? "" : ", ");
            text.append(gate.name()).append(' ').append(gate.verdict().word());
        }
        return text.toString();
    }

    private static String escape(String text) {
        return SafeText.markdown(SafeText.line(text, MAX_TEXT));
    }
}
