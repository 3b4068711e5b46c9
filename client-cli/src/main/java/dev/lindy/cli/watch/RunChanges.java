package dev.lindy.cli.watch;

import dev.lindy.plan.TaskId;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only place where two pictures of a run are compared; all views are fed from here. */
public final class RunChanges {

    private RunChanges() {}

    /** Where a run stands, for a view that did not see how it came there. */
    public static List<RunChange> first(RunSnapshot now) {
        List<RunChange> changes = new ArrayList<>();
        boolean over = now.header().status().isTerminal();
        if (!over) {
            changes.add(new RunChange.Status(now.header()));
        }
        if (!now.tasks().isEmpty()) {
            changes.add(new RunChange.Planned(now.tasks()));
        }
        now.header().notes().forEach(note -> changes.add(new RunChange.Noted(note)));
        for (TaskRow task : now.tasks()) {
            if (task.state().status() == TaskStatus.WORKING) {
                Attempt attempt = last(task);
                changes.add(attempt == null ? new RunChange.Phase(task) : new RunChange.Started(task, attempt));
            } else {
                status(null, task, changes);
            }
        }
        if (over) {
            changes.add(new RunChange.Status(now.header()));
        }
        return changes;
    }

    /** How a run has ended, without how it came there. */
    public static List<RunChange> over(RunSnapshot run) {
        List<RunChange> changes = new ArrayList<>();
        run.header().notes().forEach(note -> changes.add(new RunChange.Noted(note)));
        run.tasks().stream()
                .filter(task -> task.state().status().isTerminal())
                .forEach(task -> changes.add(new RunChange.Ended(task)));
        return changes;
    }

    /** What happened since: plan, header, tasks; the end of the run comes last. */
    public static List<RunChange> between(RunSnapshot before, RunSnapshot now) {
        List<RunChange> changes = new ArrayList<>();
        if (before.tasks().isEmpty() && !now.tasks().isEmpty()) {
            changes.add(new RunChange.Planned(now.tasks()));
        }
        boolean changed = before.header().status() != now.header().status();
        boolean over = now.header().status().isTerminal();
        if (changed && !over) {
            changes.add(new RunChange.Status(now.header()));
        }
        now.header().notes().stream()
                .filter(note -> !before.header().notes().contains(note))
                .forEach(note -> changes.add(new RunChange.Noted(note)));
        Map<TaskId, TaskRow> known = new LinkedHashMap<>();
        before.tasks().forEach(task -> known.put(task.id(), task));
        now.tasks().forEach(task -> task(known.get(task.id()), task, changes));
        if (changed && over) {
            changes.add(new RunChange.Status(now.header()));
        }
        return changes;
    }

    private static void task(@Nullable TaskRow before, TaskRow now, List<RunChange> changes) {
        if (before != null && before.equals(now)) {
            return;
        }
        now.state().attempts().forEach(attempt -> attempt(before, now, attempt, changes));
        status(before, now, changes);
    }

    private static void attempt(@Nullable TaskRow before, TaskRow now, Attempt attempt, List<RunChange> changes) {
        Attempt old = before == null ? null : find(before, attempt.number());
        if (old == null || old.part() != attempt.part()) {
            changes.add(new RunChange.Started(now, attempt));
        }
        Outcome outcome = attempt.outcome();
        boolean fresh = old == null || old.outcome() == null || old.part() != attempt.part();
        if (outcome != null && fresh && !(outcome instanceof Outcome.Accepted)) {
            changes.add(new RunChange.Missed(now, attempt, outcome));
        }
    }

    private static void status(@Nullable TaskRow before, TaskRow now, List<RunChange> changes) {
        TaskStatus old = before == null ? TaskStatus.PENDING : before.state().status();
        TaskStatus status = now.state().status();
        if (old == status) {
            return;
        }
        if (status == TaskStatus.GATING || status == TaskStatus.INTEGRATING) {
            changes.add(new RunChange.Phase(now));
        } else if (status.isTerminal()) {
            changes.add(new RunChange.Ended(now));
        } else if (old.isTerminal() && status == TaskStatus.PENDING) {
            changes.add(new RunChange.Reopened(now));
        }
    }

    static @Nullable Attempt last(TaskRow task) {
        List<Attempt> attempts = task.state().attempts();
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    }

    private static @Nullable Attempt find(TaskRow task, int number) {
        return task.state().attempts().stream()
                .filter(attempt -> attempt.number() == number)
                .findFirst()
                .orElse(null);
    }
}
