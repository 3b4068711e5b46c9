package dev.lindy.worker.engine;

import io.temporal.failure.TemporalFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Workflows that a test makes up. */
public final class FakeOwnWorkflows implements OwnWorkflows {

    public final List<String> open = new ArrayList<>();
    public final List<String> forgotten = new ArrayList<>();
    public final List<String> canceled = new ArrayList<>();
    public final List<AtWork> atWork = new ArrayList<>();
    public final List<String> failed = new ArrayList<>();
    public Waiting waiting = Waiting.PENDING;

    @Override
    public Waiting waiting(String namespace, String workflowId, String workflowRunId, String activityId) {
        return waiting;
    }

    @Override
    public boolean cancel(String namespace, String workflowId) {
        canceled.add(workflowId);
        return true;
    }

    @Override
    public List<String> open() {
        return open;
    }

    @Override
    public void forgetWorkers(Set<String> workflowIds) {
        forgotten.addAll(workflowIds);
    }

    @Override
    public List<AtWork> atWork(Set<String> workflowIds) {
        return atWork.stream()
                .filter(activity -> workflowIds.contains(activity.workflowId()))
                .toList();
    }

    @Override
    public boolean fail(AtWork activity, TemporalFailure failure) {
        failed.add(activity.activityId());
        return true;
    }
}
