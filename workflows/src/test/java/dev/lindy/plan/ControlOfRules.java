package dev.lindy.plan;

import io.temporal.workflow.Workflow;
import java.nio.file.Path;
import java.util.logging.Logger;

/** Breaks the rules of the pure packages. */
public final class ControlOfRules {

    static final Logger LOG = Logger.getLogger("control");

    Path path() {
        return Path.of(Workflow.getInfo().getWorkflowId());
    }
}
