package dev.lindy.activities.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.state.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The smallest request that an agent can serve, started like all others: does its login work from here? */
public final class AgentTrial {

    private static final String PROMPT = "Answer with the one word: ready";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Programs programs;
    private final Path folder;

    /**
     * Makes a trial that has started nothing yet.
     *
     * @param folder for its files; the one above is the agent's working directory, which stays the same: agents
     *     keep something about each folder they ever worked in
     */
    public AgentTrial(Programs programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /**
     * Asks and waits, at most about a minute.
     *
     * @param environment the caller's, by the allow-list
     */
    public AgentReading of(Agent agent, Map<String, String> environment) throws InterruptedException {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.putAll(agent.trialEnvironment());
        AgentPlace place = new AgentPlace(folder.resolve("..").normalize(), folder);
        AgentRequest request = new AgentRequest(
                        PROMPT,
                        UUID.randomUUID().toString(),
                        null,
                        AgentRequest.READ_ONLY,
                        null,
                        1,
                        null,
                        null,
                        variables)
                .at(place);
        AgentCommand command = agent.command(request);
        Path stdin = folder.resolve("stdin");
        PrivateFiles.write(stdin, command.stdin().getBytes(StandardCharsets.UTF_8));
        variables.putAll(command.environment());
        ProgramSpec spec = new ProgramSpec(
                new ProgramKey("trial-" + request.newSession()),
                "trial",
                command.arguments(),
                folder.resolve("..").normalize(),
                variables,
                stdin,
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                LIMIT,
                GRACE,
                null,
                null,
                Map.of("agent", agent.name()),
                JsonNodeFactory.instance.nullNode());
        ProgramEnd end = programs.runToEnd(spec);
        return agent.read(new AgentOutput(spec.stdout(), spec.stderr(), end, request.newSession(), null, false));
    }
}
