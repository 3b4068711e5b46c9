package dev.lindy.worker.program;

import dev.lindy.activities.run.ForcedEnds;
import dev.lindy.state.RunStart;
import dev.lindy.worker.engine.OwnWorkflows;
import dev.lindy.worker.engine.OwnWorkflows.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds runs that the disk takes for open and whose Workflow has ended: those that were terminated. Records of a
 * run that ends by itself are written first, so only one that stays like this over two looks was.
 */
public final class TerminatedRuns {

    private static final Logger LOG = LoggerFactory.getLogger(TerminatedRuns.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final String engine;
    private final ForcedEnds ends;
    private final OwnWorkflows workflows;
    private final InstantSource clock;
    private Set<RunStart> suspects = Set.of();
    private Instant nextLook;

    /** Makes a look-out for the runs of one engine. */
    public TerminatedRuns(String engine, ForcedEnds ends, OwnWorkflows workflows, InstantSource clock) {
        this.engine = engine;
        this.ends = ends;
        this.workflows = workflows;
        this.clock = clock;
        this.nextLook = clock.instant().plus(PAUSE);
    }

    /** Called every few seconds; looks every 10 s. */
    public void look() {
        if (clock.instant().isBefore(nextLook)) {
            return;
        }
        nextLook = clock.instant().plus(PAUSE);
        Set<RunStart> closed = new HashSet<>();
        for (RunStart run : ends.open(engine)) {
            if (workflows.waiting(run.namespace(), run.workflowId(), "", "") != Waiting.CLOSED) {
                continue;
            }
            if (suspects.contains(run)) {
                LOG.info("writes the end of a run down that was ended by force run={}", run.run());
                ends.close(run, clock.instant());
            } else {
                closed.add(run);
            }
        }
        suspects = closed;
    }
}
