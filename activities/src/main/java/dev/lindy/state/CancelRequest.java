package dev.lindy.state;

import dev.lindy.run.RunId;
import java.time.Instant;

/** A person's wish to end a run. */
public record CancelRequest(RunId run, String namespace, String workflowId, Instant askedAt) {}
