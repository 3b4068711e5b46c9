package dev.lindy.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the action log are wanted; all where nothing is said. Entries of the original have no run. */
final class LogFilter {

    @Option(names = "--action", paramLabel = "WORD", description = "Entries of this action, for instance quality_gate")
    private @Nullable String action;

    @Option(names = "--result", paramLabel = "WORD", description = "Entries of this result, for instance fail")
    private @Nullable String result;

    @Option(names = "--run", paramLabel = "RUN", description = "Entries of this run, or of those that begin so")
    private @Nullable String run;

    @Option(names = "--task", paramLabel = "N", description = "Entries about this task")
    private @Nullable Integer task;

    @Option(names = "--module", paramLabel = "NAME", description = "Entries about this module")
    private @Nullable String module;

    /** Whether every entry is wanted, also lines that are none. */
    boolean isOpen() {
        return action == null && result == null && run == null && task == null && module == null;
    }

    boolean accepts(JsonNode entry) {
        JsonNode details = entry.path("details");
        return is(action, entry.path("action"))
                && is(result, entry.path("result"))
                && is(module, details.path("module"))
                && (task == null || details.path("task_id").asText("").equals(task.toString()))
                && (run == null || entry.path("run_id").asText("").startsWith(run));
    }

    private static boolean is(@Nullable String wanted, JsonNode found) {
        return wanted == null || found.asText("").equals(wanted);
    }
}
