package dev.lindy.run;

import java.util.List;

/** A run at one moment: its header and every task with what the plan says of it, in plan order. */
public record RunSnapshot(RunHeader header, List<TaskRow> tasks) {

    public RunSnapshot {
        tasks = List.copyOf(tasks);
    }

    public double costUsd() {
        return header.plannerCostUsd()
                + tasks.stream().mapToDouble(row -> row.state().costUsd()).sum();
    }

    /** Whether it may have cost more than {@link #costUsd}. */
    public boolean hasUnknownCost() {
        return header.plannerCostUnknown()
                || tasks.stream().anyMatch(row -> row.state().hasUnknownCost());
    }

    public long count(TaskStatus status) {
        return tasks.stream().filter(row -> row.state().status() == status).count();
    }

    public long running() {
        return tasks.stream().filter(row -> row.state().status().isRunning()).count();
    }
}
