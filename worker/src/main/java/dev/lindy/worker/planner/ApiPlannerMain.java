package dev.lindy.worker.planner;

import dev.lindy.activities.agent.api.ApiQuestion;
import dev.lindy.payload.Payloads;
import java.io.IOException;

/**
 * Asks a model for a plan. A program like every agent, so that an answer that is paid for is not lost with the Worker
 * that asked. Takes the {@link ApiQuestion} on standard input and the key from its environment, and prints events of
 * the {@code stream-json} dialect.
 */
public final class ApiPlannerMain {

    private ApiPlannerMain() {}

    /** Takes no arguments; ends with 0 whatever the answer, which says itself how it is meant. */
    public static void main(String[] args) throws IOException {
        ApiQuestion question = Payloads.mapper().readValue(System.in.readAllBytes(), ApiQuestion.class);
        new ApiPlanner(System.getenv(), new ApiEvents(System.out)).ask(question);
    }
}
