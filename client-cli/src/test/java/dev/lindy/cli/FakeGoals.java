package dev.lindy.cli;

import dev.lindy.cli.client.GoalClient;
import dev.lindy.cli.client.RunEnd;
import dev.lindy.cli.client.Steering;
import dev.lindy.cli.problem.UserProblem;
import dev.lindy.run.RunResult;
import dev.lindy.run.RunStatus;
import dev.lindy.workflow.GoalRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Temporal as a list of what it was asked. */
public final class FakeGoals implements GoalClient {

    public final List<String> calls = new ArrayList<>();
    public final List<GoalRequest> started = new ArrayList<>();
    public volatile boolean open = true;
    public volatile @Nullable UserProblem refusal;
    public volatile CompletableFuture<RunEnd> end = new CompletableFuture<>();
    public volatile Consumer<GoalRequest> onStart = request -> {};

    /** Problems of the next calls, one each; then all is well again. */
    public final Queue<UserProblem> passing = new ConcurrentLinkedQueue<>();

    /** Ends of the next times that the run is followed; then {@link #end} counts. */
    public final Queue<CompletableFuture<RunEnd>> ends = new ConcurrentLinkedQueue<>();

    @Override
    public void start(GoalRequest request, String goal) {
        failOnce();
        started.add(request);
        calls.add("start resume=" + request.resume());
        onStart.accept(request);
    }

    @Override
    public void steer(String workflowId, Steering steering, String id) {
        failOnce();
        if (refusal != null) {
            throw refusal;
        }
        calls.add(workflowId + " " + steering);
    }

    private void failOnce() {
        UserProblem problem = passing.poll();
        if (problem != null) {
            throw problem;
        }
    }

    @Override
    public boolean isOpen(String workflowId) {
        return open;
    }

    @Override
    public void cancel(String workflowId) {
        calls.add("cancel " + workflowId);
    }

    @Override
    public CompletableFuture<RunEnd> end(String workflowId) {
        CompletableFuture<RunEnd> next = ends.poll();
        return next == null ? end : next;
    }

    @Override
    public void close() {}

    /** Lets the run end with so many tasks. */
    public void finish(RunStatus status, int total, int completed, int failed, int skipped) {
        end.complete(RunEnd.of(new RunResult(status, total, completed, failed, skipped, 0, "report.md", null)));
    }
}
