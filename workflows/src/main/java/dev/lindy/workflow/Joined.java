package dev.lindy.workflow;

import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;

/** Waits for several Activities, also for those that are being canceled: their programs are still at work. */
final class Joined {

    private Joined() {}

    /** The results in order; fails with the first failure once all have ended. */
    static <T> List<T> all(List<Promise<T>> running) {
        Workflow.newDetachedCancellationScope(
                        () -> Workflow.await(() -> running.stream().allMatch(Promise::isCompleted)))
                .run();
        return running.stream().map(Promise::get).toList();
    }
}
