package dev.lindy.worker.program;

import dev.lindy.run.RunId;
import dev.lindy.state.CancelRequest;
import dev.lindy.state.CancelRequests;
import dev.lindy.worker.engine.OwnWorkflows;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings wishes to end runs to the server that commands could not bring there themselves. */
public final class OwedCancels {

    private static final Logger LOG = LoggerFactory.getLogger(OwedCancels.class);

    private final CancelRequests requests;
    private final OwnWorkflows workflows;
    private final Set<RunId> told = new HashSet<>();

    /** Makes a messenger for the wishes of one engine. */
    public OwedCancels(CancelRequests requests, OwnWorkflows workflows) {
        this.requests = requests;
        this.workflows = workflows;
    }

    /** Called before anything of earlier Workers is taken up, and every few seconds. A wish stays until its run has ended. */
    public void deliver() {
        for (CancelRequest request : requests.all()) {
            switch (workflows.waiting(request.namespace(), request.workflowId(), "", "")) {
                case CLOSED, UNKNOWN -> forget(request);
                case PENDING, NOT_PENDING -> cancel(request);
                case UNREACHABLE -> {
                    // the next time
                }
            }
        }
    }

    private void forget(CancelRequest request) {
        requests.withdraw(request.run());
        told.remove(request.run());
        LOG.info("a canceled run has ended run={}", request.run());
    }

    private void cancel(CancelRequest request) {
        if (workflows.cancel(request.namespace(), request.workflowId()) && told.add(request.run())) {
            LOG.info("cancels a run, as a command asked run={} at={}", request.run(), request.askedAt());
        }
    }
}
