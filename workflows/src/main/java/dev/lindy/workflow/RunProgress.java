package dev.lindy.workflow;

import dev.lindy.activity.OpenedRun;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunHeader.Attention;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header of a run as it changes; each change raises the sequence number. */
final class RunProgress {

    private static final long HAND_OVER = 1_000_000;

    private RunHeader header;
    private RunStatus phase = RunStatus.PLANNING;
    private boolean paused;
    private @Nullable Stop stop;

    RunProgress(GoalRequest request, Instant startedAt) {
        header = new RunHeader(
                request.run().run(),
                request.run().workflowId(),
                0,
                request.title(),
                request.run().projectRoot(),
                phase,
                startedAt,
                null,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                false);
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
        long before = earlier == null ? 0 : (earlier.sequence() / HAND_OVER + 1) * HAND_OVER;
        long sequence = before + header.sequence() + 1;
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
                header.attention(),
                null,
                earlier != null && earlier.plannerCostUnknown());
    }

    /**
     * Adds to what planning has cost.
     *
     * @param more whether it may have been more
     */
    void spent(double costUsd, boolean more) {
        change(
                header.endedAt(),
                header.plannerCostUsd() + costUsd,
                header.plannerCostUnknown() || more,
                header.notes(),
                header.attention());
    }

    void notes(List<String> more) {
        List<String> notes = new ArrayList<>(header.notes());
        notes.addAll(more);
        change(header.endedAt(), notes, header.attention());
    }

    @Nullable
    Stop stop() {
        return stop;
    }

    /** Why the run cannot go on; the first reason counts. */
    void stopped(Stop reason) {
        if (stop == null) {
            stop = reason;
            notes(List.of());
        }
    }

    /** What the run does now, also while it is paused. */
    void phase(RunStatus next) {
        phase = next;
        change(header.endedAt(), header.notes(), header.attention());
    }

    boolean isPaused() {
        return paused;
    }

    void paused(@Nullable Attention attention) {
        paused = true;
        change(header.endedAt(), header.notes(), attention);
    }

    void resumed() {
        paused = false;
        change(header.endedAt(), header.notes(), null);
    }

    void ended(RunStatus status, Instant at) {
        phase = status;
        paused = false;
        change(at, header.notes(), null);
    }

    private void change(@Nullable Instant endedAt, List<String> notes, @Nullable Attention attention) {
        change(endedAt, header.plannerCostUsd(), header.plannerCostUnknown(), notes, attention);
    }

    private void change(
            @Nullable Instant endedAt,
            double plannerCostUsd,
            boolean costUnknown,
            List<String> notes,
            @Nullable Attention attention) {
        header = new RunHeader(
                header.run(),
                header.workflowId(),
                header.sequence() + 1,
                header.goal(),
                header.projectRoot(),
                paused ? RunStatus.PAUSED : phase,
                header.startedAt(),
                endedAt,
                header.base(),
                header.goalBranch(),
                plannerCostUsd,
                notes,
                attention,
                stop,
                costUnknown);
    }
}
