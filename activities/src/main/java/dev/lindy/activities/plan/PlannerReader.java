package dev.lindy.activities.plan;

import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activity.PlanAnswer;
import dev.lindy.activity.PlanRequest;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.PlanDocument;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramRecord;
import dev.lindy.state.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Turns a planner's answer into a plan, or into the list of what is wrong with it. */
public final class PlannerReader implements ProgramReader {

    /** Kind of the programs that are planners. */
    public static final String KIND = "planner";

    private final RunContexts contexts;
    private final PlanStore plans;
    private final Agents agents;

    public PlannerReader(RunContexts contexts, PlanStore plans, Agents agents) {
        this.contexts = contexts;
        this.plans = plans;
        this.agents = agents;
    }

    @Override
    public PlanAnswer read(ProgramRecord record, ProgramEnd end) throws IOException {
        PlannerContext context = Payloads.mapper().treeToValue(record.spec().context(), PlannerContext.class);
        PlanRequest request = context.request();
        RunContext run = contexts.of(request.run());
        Agent agent = agents.find(context.agent())
                .orElseThrow(() -> new IllegalStateException("agent is gone: " + context.agent()));
        Redactor redactor = run.redactor();
        AgentOutput output =
                new AgentOutput(record.spec().stdout(), record.spec().stderr(), end, context.session(), null, true);
        AgentReading reading = redactor.redact(agent.read(output).withoutCancel(), AgentReading.class);
        redactor.keep(
                record.spec().stdout(), run.folder().planning(request.number()).resolve("transcript.jsonl"));
        if (reading.failure() != null) {
            return new PlanAnswer(null, List.of(reading.failure().message()), reading.failure(), reading.costUsd())
                    .withUnknownCost(reading.costUnknown());
        }
        String answer = reading.structured() == null ? reading.text() : reading.structured();
        String goal = new String(run.artifacts().read(request.goal()), StandardCharsets.UTF_8);
        return new PlanCheck(run, plans)
                .check(PlanDocument.fromPlanner(goal, answer), "", reading.costUsd())
                .withUnknownCost(reading.costUnknown());
    }
}
