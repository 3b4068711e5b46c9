package dev.lindy.workflow;

import io.temporal.client.WorkflowClient;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks the rules of Workflow code, so that the tests of the rules can be seen to fail. */
public final class ControlOfRules {

    static final Logger LOG = LoggerFactory.getLogger(ControlOfRules.class);

    final Map<String, Thread> threads = new HashMap<>();
    final Set<Integer> numbers = Set.of(1, 2);

    long now() {
        return System.currentTimeMillis();
    }

    WorkflowClient client() {
        throw new RuntimeException("generic");
    }
}
