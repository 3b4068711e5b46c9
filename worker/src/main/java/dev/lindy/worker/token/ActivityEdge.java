package dev.lindy.worker.token;

import dev.lindy.activities.failure.FailureMapping;
import dev.lindy.worker.engine.Outgoing;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.client.ActivityCompletionException;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every Activity passes on its way in and out: a Worker that is about to end takes no more, the journal
 * learns when an Activity has returned, exceptions become failures of the closed list, and results that Temporal
 * must not carry are refused.
 */
public final class ActivityEdge extends WorkerInterceptorBase {

    /** Type of the failure that sends an Activity to the next Worker. */
    public static final String WORKER_ENDING = "WORKER_ENDING";

    private static final Logger LOG = LoggerFactory.getLogger(ActivityEdge.class);

    /** By then this Worker's polls are gone and cannot take the same Activity again. */
    private static final Duration AFTER_DRAIN = Duration.ofSeconds(2);

    private final TokenJournal journal;
    private final AtomicBoolean draining = new AtomicBoolean();

    /** Makes the edge of all Activities of this Worker. */
    public ActivityEdge(TokenJournal journal) {
        this.journal = journal;
    }

    /** From now on every Activity is sent back untouched. */
    public void drain() {
        draining.set(true);
    }

    /** Why an Activity is delivered again although nothing is wrong with it. */
    public static ApplicationFailure ending(Duration delay) {
        return ApplicationFailure.newBuilder()
                .setType(WORKER_ENDING)
                .setMessage("the Worker ends; the next one goes on")
                .setNextRetryDelay(delay)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .build();
    }

    @Override
    public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
        return new Passage(next);
    }

    private final class Passage implements ActivityInboundCallsInterceptor {

        private final ActivityInboundCallsInterceptor next;
        private ActivityExecutionContext context;

        @SuppressWarnings("NullAway.Init") // the SDK calls init before anything else
        Passage(ActivityInboundCallsInterceptor next) {
            this.next = next;
        }

        @Override
        public void init(ActivityExecutionContext given) {
            context = given;
            next.init(given);
        }

        @Override
        public ActivityOutput execute(ActivityInput input) {
            if (draining.get()) {
                throw ending(AFTER_DRAIN);
            }
            if (context.getInfo().isLocal()) {
                return pass(input);
            }
            String token = Base64.getEncoder().encodeToString(context.getTaskToken());
            boolean waits = false;
            try {
                ActivityOutput output = pass(input);
                waits = context.isDoNotCompleteOnReturn();
                return output;
            } finally {
                if (waits) {
                    journal.waits(token);
                } else {
                    journal.returned(token);
                }
            }
        }

        private ActivityOutput pass(ActivityInput input) {
            try {
                ActivityOutput output = next.execute(input);
                Outgoing.of(output.getResult());
                return output;
            } catch (TemporalFailure | ActivityCompletionException e) {
                throw e;
            } catch (RuntimeException e) {
                if (draining.get()) {
                    throw ending(AFTER_DRAIN);
                }
                LOG.warn("an Activity failed delivery={}", context.getInfo().getAttempt(), e);
                throw FailureMapping.toFailure(e);
            }
        }
    }
}
