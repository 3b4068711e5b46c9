package dev.lindy.activities.agent.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCapabilities;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.activities.agent.claude.StreamReading;
import dev.lindy.engine.JavaRuntime;
import dev.lindy.payload.Payloads;
import dev.lindy.process.LifeSense;
import dev.lindy.project.config.PlannerConfig;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A model of Anthropic without a CLI in between, for planners: it sees the prompt and nothing else, and answers by a JSON
 * schema. A program like all agents, so that its answer outlives the Worker; the key comes from the caller's
 * environment.
 */
public final class AnthropicApi implements Agent {

    /** Not for configs: {@code planner.mode} chooses it. */
    public static final String NAME = "anthropic_api";

    private static final String MAIN = "dev.lindy.worker.planner.ApiPlannerMain";
    private static final Path LIBRARIES = Path.of("planner");

    private static final String ALONE = """


            You cannot look at files: what is told above is all there is to see. Answer by using the tool you have.
            """;
    private static final AgentHints HINTS = new AgentHints(
            "look whether the Java that started `lindy` is still there, then `lindy resume`",
            "set ANTHROPIC_API_KEY, then `lindy resume`",
            "set ANTHROPIC_API_KEY, then `lindy resume`",
            "add credit to the account of ANTHROPIC_API_KEY, then `lindy resume`");

    private final List<String> program;
    private final int maxTokens;
    private final StreamReading reading = new StreamReading("the model", HINTS);

    /** An agent whose program runs with this Java, and whose answers are as long as configs say by default. */
    public AnthropicApi(JavaRuntime java) {
        this(java.program(MAIN, LIBRARIES), PlannerConfig.DEFAULT_MAX_TOKENS);
    }

    private AnthropicApi(List<String> program, int maxTokens) {
        this.program = List.copyOf(program);
        this.maxTokens = maxTokens;
    }

    /** The same with another length of its answers, in tokens. */
    public AnthropicApi answering(int atMost) {
        return new AnthropicApi(program, atMost);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String executable() {
        return program.get(0);
    }

    @Override
    public AgentCapabilities capabilities() {
        return AgentCapabilities.of(Capability.JSON_SCHEMA, Capability.MODEL, Capability.READ_ONLY);
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        String model = request.model();
        String schema = request.jsonSchema();
        if (model == null || schema == null) {
            throw new IllegalArgumentException("model and schema must be there");
        }
        try {
            ApiQuestion question = new ApiQuestion(
                    model,
                    maxTokens,
                    request.prompt() + ALONE,
                    Payloads.mapper().readTree(schema));
            return new AgentCommand(program, Map.of(), Payloads.mapper().writeValueAsString(question));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("could not write the question to the model", e);
        }
    }

    @Override
    public AgentReading read(AgentOutput output) {
        return reading.of(output);
    }

    @Override
    public LifeSense sense() {
        return LifeSense.none();
    }
}
