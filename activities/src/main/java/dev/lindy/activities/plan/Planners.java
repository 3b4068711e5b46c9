package dev.lindy.activities.plan;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.agent.api.AnthropicApi;
import dev.lindy.activities.failure.LindyException;
import dev.lindy.failure.FailureType;
import dev.lindy.project.config.PlannerConfig;

/**
 * Who is asked for plans.
 *
 * @param agents by name, for {@code planner.mode: cli}
 * @param api for {@code planner.mode: api}
 */
public record Planners(Agents agents, AnthropicApi api) {

    Agent of(PlannerConfig planner) {
        if (planner.isApi()) {
            return api.answering(planner.maxTokens());
        }
        return agents.find(planner.provider())
                .orElseThrow(() -> new LindyException(
                        FailureType.PLAN_INVALID,
                        "planner `" + planner.provider() + "` is not known",
                        "set `planner.provider` in orchestrator.yaml"));
    }
}
