package dev.lindy.worker.token;

import dev.lindy.process.ProcessIdentity;
import dev.lindy.worker.engine.TokenClient;
import dev.lindy.worker.engine.TokenClient.Reply;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of this Worker's Activities. A token stays a while after its Activity has returned: until the
 * result has reached the server it may be lost with the Worker, or in an outage that outlasts the SDK's
 * patience. {@link #settle} then has the Activity delivered again instead of leaving it to its time-out.
 */
public final class TokenJournal {

    private static final Logger LOG = LoggerFactory.getLogger(TokenJournal.class);

    /** By then a result has normally arrived. */
    private static final Duration ARRIVED = Duration.ofSeconds(10);

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final TokenStore tokens;
    private final TokenClient client;
    private final ProcessIdentity worker;
    private final InstantSource clock;
    private final Map<String, Instant> returned = new ConcurrentHashMap<>();
    private final Map<String, TokenRecord> atWork = new ConcurrentHashMap<>();

    /** Makes the journal of the given process. */
    public TokenJournal(TokenStore tokens, TokenClient client, ProcessIdentity worker, InstantSource clock) {
        this.tokens = tokens;
        this.client = client;
        this.worker = worker;
        this.clock = clock;
    }

    /** Keeps the token of an Activity that begins; returns it. */
    String begin(ActivityExecutionContext context) {
        ActivityInfo info = context.getInfo();
        String token = Base64.getEncoder().encodeToString(context.getTaskToken());
        TokenRecord record = new TokenRecord(
                token,
                info.getNamespace(),
                info.getWorkflowId(),
                info.getWorkflowRunId(),
                info.getActivityId(),
                info.getActivityType(),
                info.getAttempt(),
                worker.pid(),
                worker.startTime(),
                clock.instant());
        atWork.put(token, record);
        tokens.put(record);
        return token;
    }

    /** Notes that the Activity has returned and its result is on its way. */
    void end(String token) {
        returned.put(token, clock.instant());
    }

    /** Notes that the Activity waits for a program: whoever tells the program's end forgets the token. */
    void hand(String token) {
        atWork.remove(token);
    }

    /** Forgets tokens whose results have arrived; called every few seconds. */
    public void settle() {
        Instant limit = clock.instant().minus(ARRIVED);
        returned.forEach((token, since) -> {
            if (since.isBefore(limit)) {
                settle(token);
            }
        });
    }

    private void settle(String token) {
        TokenRecord record = atWork.get(token);
        if (record == null) {
            returned.remove(token);
            return;
        }
        Reply reply = client.fail(record.namespace(), token, ActivityEdge.ending(AT_ONCE));
        if (reply == Reply.UNREACHABLE) {
            return;
        }
        if (reply == Reply.OK) {
            LOG.warn(
                    "the result of an Activity was lost; it is delivered again activity={} workflow={}",
                    record.activityType(),
                    record.workflowId());
        }
        forget(token);
    }

    /** Sends all Activities that have not returned to the next Worker; for one that has no time left. */
    public void giveBack(Duration delay) {
        List<TokenRecord> open = atWork.values().stream()
                .filter(record -> !returned.containsKey(record.token()))
                .toList();
        for (TokenRecord record : open) {
            LOG.info(
                    "leaves an Activity to the next Worker activity={} workflow={}",
                    record.activityType(),
                    record.workflowId());
            if (client.fail(record.namespace(), record.token(), ActivityEdge.ending(delay)) != Reply.UNREACHABLE) {
                forget(record.token());
            }
        }
    }

    /** Forgets tokens of results that have certainly been reported; for the end of a Worker that drained well. */
    public void forgetReturned() {
        returned.keySet().forEach(this::forget);
    }

    private void forget(String token) {
        tokens.remove(token);
        atWork.remove(token);
        returned.remove(token);
    }
}
