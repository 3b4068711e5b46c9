package dev.lindy.workflow;

import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.List;

/** Waits for several Activities, also for those that are being canceled: their programs are still at work. */
final class Joined {

    private Joined() {}

    /**
     * Waits until fewer than so many are at work; 0 means that there is always a place.
     *
     * @param busy those that take a place
     * @param running all that have been started
     *
     * @throws CanceledFailure once those at work have ended, where the caller is canceled
     */
    static <T> void awaitPlace(List<Promise<T>> busy, List<Promise<T>> running, int most) {
        if (most == 0) {
            return;
        }
        try {
            Workflow.await(() ->
                    busy.stream().filter(promise -> !promise.isCompleted()).count() < most);
        } catch (CanceledFailure canceled) {
            all(running);
            throw canceled;
        }
    }

    /** The results in order; fails with the first failure once all have ended. */
    static <T> List<T> all(List<Promise<T>> running) {
        Workflow.newDetachedCancellationScope(
                        () -> Workflow.await(() -> running.stream().allMatch(Promise::isCompleted)))
                .run();
        return running.stream().map(Promise::get).toList();
    }
}
