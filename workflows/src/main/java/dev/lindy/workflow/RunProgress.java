package dev.lindy.workflow;

import dev.lindy.activity.OpenedRun;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of a run as it changes; each change raises the sequence number. */
final class RunProgress {

    private static final long HAND_OVER = 1_000_000;

    private RunHeader header;

    RunProgress(GoalRequest request, Instant startedAt) {
        header = new RunHeader(
                request.run().run(),
                request.run().workflowId(),
                0,
                request.title(),
                request.run().projectRoot(),
                RunStatus.PLANNING,
                startedAt,
                null,
                null,
                null,
                0,
                List.of(),
                null);
    }

    RunHeader header() {
        return header;
    }

    double plannerCostUsd() {
        return header.plannerCostUsd();
    }

    /** Takes over what an earlier execution of the same run left. */
    void opened(OpenedRun opened) {
        RunHeader earlier = opened.earlier();
        long sequence = earlier == null ? 1 : (earlier.sequence() / HAND_OVER + 1) * HAND_OVER;
        Instant startedAt = earlier == null ? header.startedAt() : earlier.startedAt();
        double cost = earlier == null ? 0 : earlier.plannerCostUsd();
        header = new RunHeader(
                header.run(),
                header.workflowId(),
                sequence,
                header.goal(),
                header.projectRoot(),
                header.status(),
                startedAt,
                null,
                opened.base(),
                opened.goalBranch(),
                cost,
                opened.notes(),
                header.attention());
    }

    void planned(double costUsd) {
        change(
                header.status(),
                header.endedAt(),
                header.plannerCostUsd() + costUsd,
                header.notes(),
                header.attention());
    }

    void notes(List<String> more) {
        List<String> notes = new ArrayList<>(header.notes());
        notes.addAll(more);
        change(header.status(), header.endedAt(), header.plannerCostUsd(), notes, header.attention());
    }

    void stopped(String reason) {
        notes(List.of(reason));
    }

    void status(RunStatus status) {
        change(status, header.endedAt(), header.plannerCostUsd(), header.notes(), header.attention());
    }

    void paused(RunStatus status, @Nullable Attention attention) {
        change(status, header.endedAt(), header.plannerCostUsd(), header.notes(), attention);
    }

    void ended(RunStatus status, Instant at) {
        change(status, at, header.plannerCostUsd(), header.notes(), null);
    }

    private void change(
            RunStatus status,
            @Nullable Instant endedAt,
            double plannerCostUsd,
            List<String> notes,
            @Nullable Attention attention) {
        header = new RunHeader(
                header.run(),
                header.workflowId(),
                header.sequence() + 1,
                header.goal(),
                header.projectRoot(),
                status,
                header.startedAt(),
                endedAt,
                header.base(),
                header.goalBranch(),
                plannerCostUsd,
                notes,
                attention);
    }
}
