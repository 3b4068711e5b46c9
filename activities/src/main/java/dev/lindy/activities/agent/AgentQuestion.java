package dev.lindy.activities.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramKey;
import dev.lindy.process.ProgramSpec;
import dev.lindy.process.Programs;
import dev.lindy.run.Outcome;
import dev.lindy.state.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One read-only request to an agent outside of any run, started like all others. */
public final class AgentQuestion {

    private static final Duration GRACE = Duration.ofSeconds(3);

    private final Programs programs;
    private final Path folder;
    private final Duration limit;

    /**
     * Makes a question that has started nothing yet.
     *
     * @param folder for its files, private
     * @param limit after which the agent is ended
     */
    public AgentQuestion(Programs programs, Path folder, Duration limit) {
        this.programs = programs;
        this.folder = folder;
        this.limit = limit;
    }

    /**
     * Asks and waits.
     *
     * @param schema of the structured answer, or null where prose is fine
     * @param directory where the agent looks around
     * @param environment the caller's, by the allow-list
     */
    public AgentReading ask(
            Agent agent, String prompt, @Nullable String schema, Path directory, Map<String, String> environment)
            throws InterruptedException {
        Map<String, String> variables = new TreeMap<>(environment);
        AgentRequest request = new AgentRequest(
                        prompt,
                        UUID.randomUUID().toString(),
                        null,
                        AgentRequest.READ_ONLY,
                        schema,
                        null,
                        null,
                        null,
                        Map.copyOf(variables))
                .at(new AgentPlace(directory, folder));
        Optional<Outcome> refusal = agent.refusal(request);
        if (refusal.isPresent()) {
            return AgentReading.refused(refusal.get());
        }
        AgentCommand command = agent.command(request);
        Path stdin = folder.resolve("stdin");
        PrivateFiles.write(stdin, command.stdin().getBytes(StandardCharsets.UTF_8));
        variables.putAll(command.environment());
        ProgramSpec spec = new ProgramSpec(
                new ProgramKey("question-" + request.newSession()),
                "question",
                command.arguments(),
                directory,
                variables,
                stdin,
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                limit,
                GRACE,
                null,
                null,
                Map.of("agent", agent.name()),
                JsonNodeFactory.instance.nullNode());
        ProgramEnd end = programs.runToEnd(spec);
        return agent.read(
                new AgentOutput(spec.stdout(), spec.stderr(), end, request.newSession(), null, schema != null));
    }
}
