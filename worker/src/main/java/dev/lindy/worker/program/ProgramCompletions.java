package dev.lindy.worker.program;

import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.failure.FailureMapping;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.failpoint.FailPoint;
import dev.lindy.failure.FailureType;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.process.ProgramListener;
import dev.lindy.process.ProgramOwner;
import dev.lindy.process.ProgramPulse;
import dev.lindy.process.ProgramRecord;
import dev.lindy.state.CancelRequests;
import dev.lindy.worker.engine.Outgoing;
import dev.lindy.worker.engine.OwnWorkflows;
import dev.lindy.worker.engine.TokenClient;
import dev.lindy.worker.engine.TokenClient.Reply;
import dev.lindy.worker.token.TokenStore;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Activities by token how their programs do and how they ended. It makes no difference which Worker
 * started the program.
 *
 * <p>Not to be found never ends a program by itself: after a long sleep of the host or a time-out the next
 * Activity attempt is on its way and asks for the same key, and then the same program, or the same end, is
 * told to it.
 */
public final class ProgramCompletions implements ProgramListener {

    private static final Logger LOG = LoggerFactory.getLogger(ProgramCompletions.class);

    private final TokenClient client;
    private final OwnWorkflows workflows;
    private final TokenStore tokens;
    private final Map<String, ProgramReader> readers;
    private final Strays strays;
    private final CancelRequests cancels;

    /**
     * Makes a listener.
     *
     * @param readers by kind of program
     * @param cancels wishes to end runs that may not have come to the Activities yet
     */
    public ProgramCompletions(
            TokenClient client,
            OwnWorkflows workflows,
            TokenStore tokens,
            Map<String, ProgramReader> readers,
            Strays strays,
            CancelRequests cancels) {
        this.client = client;
        this.workflows = workflows;
        this.tokens = tokens;
        this.readers = Map.copyOf(readers);
        this.strays = strays;
        this.cancels = cancels;
    }

    @Override
    public Answer alive(ProgramRecord record, ProgramPulse pulse) {
        ProgramOwner owner = record.spec().owner();
        if (owner == null) {
            return Answer.CONTINUE;
        }
        Reply reply = client.heartbeat(owner.namespace(), owner.taskToken(), PulseDetails.of(pulse));
        if (reply != Reply.GONE) {
            strays.isAtHome(record.spec().key());
        }
        return switch (reply) {
            case OK -> Answer.CONTINUE;
            case CANCEL_REQUESTED -> Answer.END;
            case GONE -> withoutActivity(record, owner);
            case REFUSED, UNREACHABLE -> Answer.UNKNOWN;
        };
    }

    private Answer withoutActivity(ProgramRecord record, ProgramOwner owner) {
        return switch (waiting(owner)) {
            case CLOSED -> {
                LOG.info(
                        "ends a program whose Workflow is closed key={}",
                        record.spec().key());
                yield Answer.END;
            }
            case NOT_PENDING -> {
                if (strays.isLost(record.spec().key())) {
                    LOG.info(
                            "ends a program that nobody waits for key={}",
                            record.spec().key());
                    yield Answer.END;
                }
                yield Answer.UNKNOWN;
            }
            case PENDING, UNKNOWN, UNREACHABLE -> Answer.UNKNOWN;
        };
    }

    private OwnWorkflows.Waiting waiting(ProgramOwner owner) {
        return workflows.waiting(owner.namespace(), owner.workflowId(), owner.workflowRunId(), owner.activityId());
    }

    /**
     * Reads the result and delivers it.
     *
     * @throws NotDeliveredException where the server does not answer
     */
    @Override
    public void ended(ProgramRecord record, ProgramEnd end) {
        ProgramOwner owner = record.spec().owner();
        if (owner == null) {
            return;
        }
        FailPoint.PROGRAM_ENDED.pass(record.spec().kind());
        strays.isAtHome(record.spec().key());
        if (end.reason() == Reason.CANCELED) {
            abandon(record);
        }
        // First a heartbeat: reading may take long, and is in vain where nobody listens.
        Reply listens = client.heartbeat(owner.namespace(), owner.taskToken(), PulseDetails.ended(end.launchedAt()));
        Reply reply = switch (listens) {
            case OK, CANCEL_REQUESTED -> deliver(record, end, owner);
            case GONE, REFUSED, UNREACHABLE -> listens;
        };
        if (reply == Reply.UNREACHABLE) {
            throw new NotDeliveredException(
                    "the server does not answer", record.spec().key());
        }
        FailPoint.RESULT_TOLD.pass(record.spec().kind());
        tokens.remove(owner.taskToken());
        LOG.info(
                "program ended key={} reason={} exit={} told={}",
                record.spec().key(),
                end.reason(),
                end.exitCode(),
                reply);
    }

    private void abandon(ProgramRecord record) {
        try {
            reader(record).abandoned(record);
        } catch (RuntimeException e) {
            LOG.warn(
                    "could not look at what an ended program left key={}",
                    record.spec().key(),
                    e);
        }
    }

    private Reply deliver(ProgramRecord record, ProgramEnd end, ProgramOwner owner) {
        if (end.reason() == Reason.CANCELED) {
            Reply reply = client.canceled(owner.namespace(), owner.taskToken(), null);
            if (reply != Reply.REFUSED) {
                return reply;
            }
            if (cancels.has(record.spec().labels().getOrDefault("run", ""))) {
                throw new NotDeliveredException(
                        "its run is being canceled, and the Activity does not know it yet",
                        record.spec().key());
            }
            // Nobody asked Temporal for it: the command line ended the program without a Worker.
        }
        Outgoing result;
        try {
            result = Outgoing.of(reader(record).read(record, end));
        } catch (Exception e) {
            return fail(record, owner, e);
        }
        FailPoint.RESULT_READ.pass(record.spec().kind());
        return client.complete(owner.namespace(), owner.taskToken(), result);
    }

    private ProgramReader reader(ProgramRecord record) {
        ProgramReader reader = readers.get(record.spec().kind());
        if (reader == null) {
            throw new LindyException(
                    FailureType.REQUEST_INVALID,
                    "could not read the result of a program of kind `%s`: this Worker does not know it"
                            .formatted(record.spec().kind()),
                    "restart the Worker with the newest Lindy");
        }
        return reader;
    }

    private Reply fail(ProgramRecord record, ProgramOwner owner, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            throw new NotDeliveredException(
                    "reading was interrupted", record.spec().key());
        }
        ApplicationFailure failure = FailureMapping.toFailure(e);
        LOG.warn("could not read the result of a program key={}", record.spec().key(), e);
        return client.fail(owner.namespace(), owner.taskToken(), failure);
    }
}
