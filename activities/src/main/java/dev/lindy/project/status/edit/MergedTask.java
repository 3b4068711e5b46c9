package dev.lindy.project.status.edit;

import dev.lindy.plan.TaskId;
import dev.lindy.project.status.ModuleStatus;
import dev.lindy.project.status.ModuleStatus.DoneItem;
import dev.lindy.project.status.StatusSection;
import dev.lindy.project.status.StatusTime;
import dev.lindy.run.RunId;
import dev.lindy.text.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A task whose work is merged, as its module's STATUS.md tells it: a row of Completed (Recent) in place of one of Active
 * Work, and the values of Meta. The same task makes the same file, however often it is told.
 *
 * @param attempt number of the accepted attempt, from 1
 * @param session the agent's conversation, or null where it has none
 * @param at when the merge was wanted
 */
public record MergedTask(
        RunId run,
        TaskId task,
        String title,
        int attempt,
        @Nullable String session,
        Instant at) {

    /** Rows of merged tasks that a table keeps, the newest; rows that others wrote neither count nor go. */
    public static final int MAX_COMPLETED = 20;

    /** Longest title in a row, in characters. */
    private static final int MAX_TITLE = 200;

    private static final Pattern OWN_ID = Pattern.compile("[0-9a-f]{8}\\.task-\\d+");

    /** Id of the row: unique among all runs. */
    public String id() {
        return run + "." + task;
    }

    public StatusEditor in(StatusEditor file) throws UneditableStatusException {
        String outcome = attempt == 1 ? "merged" : "merged after " + attempt + " attempts";
        // lindy-orchestrator ends a cell at an escaped pipe as well
        String line = SafeText.withoutLinks(SafeText.line(title, MAX_TITLE)).replace('|', '/');
        StatusEditor edited = bounded(file.complete(new DoneItem(id(), line, StatusTime.day(at), outcome)));
        edited = edited.meta("last_updated", StatusTime.minute(at));
        if (session != null) {
            edited = edited.meta("agent_session", session);
        }
        String health = health(edited.status());
        return health.equals(edited.status().health()) ? edited : edited.meta("overall_health", health);
    }

    private static StatusEditor bounded(StatusEditor file) {
        List<String> own = file.status().completed().stream()
                .map(DoneItem::id)
                .filter(id -> OWN_ID.matcher(id).matches())
                .toList();
        StatusEditor edited = file;
        for (String id : own.subList(0, Math.max(0, own.size() - MAX_COMPLETED))) {
            edited = edited.remove(StatusSection.COMPLETED, id);
        }
        return edited;
    }

    /**
     * The health of a module whose work was accepted by all required gates: YELLOW where its STATUS.md has a blocker or
     * blocked work, else GREEN. RED and other words are the judgement of a person or agent and stay.
     */
    static String health(ModuleStatus status) {
        boolean isOurs = List.of("", ModuleStatus.GREEN, ModuleStatus.YELLOW).contains(status.health());
        if (!isOurs) {
            return status.health();
        }
        boolean isBlocked = !status.blockers().isEmpty()
                || status.activeWork().stream().anyMatch(work -> work.status().equalsIgnoreCase("BLOCKED"));
        return isBlocked ? ModuleStatus.YELLOW : ModuleStatus.GREEN;
    }
}
