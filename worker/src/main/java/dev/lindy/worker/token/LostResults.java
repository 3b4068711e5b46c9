package dev.lindy.worker.token;

import dev.lindy.worker.engine.TokenClient;
import dev.lindy.worker.engine.TokenClient.Reply;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Activities of this Worker delivered again whose results will not arrive: the SDK stops reporting in an
 * outage that outlasts its patience, and then nobody would notice before the Activity's time-out.
 */
public final class LostResults {

    private static final Logger LOG = LoggerFactory.getLogger(LostResults.class);

    /** The SDK reports for a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final TokenJournal journal;
    private final TokenClient client;
    private final InstantSource clock;

    /** Makes a look-out over the journal. */
    public LostResults(TokenJournal journal, TokenClient client, InstantSource clock) {
        this.journal = journal;
        this.client = client;
        this.clock = clock;
    }

    /** Called every few seconds. */
    public void recover() {
        for (TokenRecord record : journal.lost(clock.instant().minus(PATIENCE))) {
            if (client.fail(record.namespace(), record.token(), ActivityEdge.ending(AT_ONCE)) == Reply.OK) {
                LOG.warn(
                        "the result of an Activity was lost; it is delivered again activity={} workflow={}",
                        record.task().activityType(),
                        record.task().workflowId());
            }
        }
    }

    /** Sends all Activities that are at work to the next Worker; for one that has no time left. */
    public void giveBack(Duration delay) {
        for (TokenRecord record : journal.atWork()) {
            LOG.info(
                    "leaves an Activity to the next Worker activity={} workflow={}",
                    record.task().activityType(),
                    record.task().workflowId());
            client.fail(record.namespace(), record.token(), ActivityEdge.ending(delay));
        }
    }
}
