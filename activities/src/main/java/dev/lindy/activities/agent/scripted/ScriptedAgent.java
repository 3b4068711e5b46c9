package dev.lindy.activities.agent.scripted;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCapabilities;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.activities.agent.claude.StreamReading;
import dev.lindy.activities.agent.claude.StreamSense;
import dev.lindy.process.LifeSense;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A deterministic agent for the demo and for tests: a POSIX shell script that obeys directive lines of its
 * prompt, for instance {@code @write path text}, {@code @commit message}, {@code @sleep s}, {@code @attempt 2
 * @write …}. As planner it answers with the fence called {@code plan} in the goal. All directives are in {@code
 * docs/reference/scripted-agent.md}. It resumes sessions; its cost is what {@code @cost} says.
 */
public final class ScriptedAgent implements Agent {

    private static final String RESOURCE = "scripted-agent.sh";
    private static final AgentHints HINTS = new AgentHints(
            "remove the folder of the scripted agent, it is written again",
            "the prompt asked for this failure",
            "the prompt asked for this failure",
            "the prompt asked for this failure");

    private final Path folder;
    private final Path script;
    private final StreamReading reading = new StreamReading("the scripted agent", HINTS);

    /** Installs the script into a folder, which also keeps its conversations; made where it is missing. */
    public ScriptedAgent(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.script = this.folder.resolve("scripted-agent");
        install();
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public String executable() {
        return script.toString();
    }

    @Override
    public AgentCapabilities capabilities() {
        return AgentCapabilities.of(Capability.RESUME, Capability.JSON_SCHEMA, Capability.COST, Capability.READ_ONLY);
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        if (!Files.isExecutable(script)) {
            install();
        }
        List<String> arguments = new ArrayList<>(List.of(executable()));
        if (request.resumeSession() != null) {
            arguments.addAll(List.of("--resume", request.resumeSession()));
        } else if (request.newSession() != null) {
            arguments.addAll(List.of("--session-id", request.newSession()));
        }
        if (request.jsonSchema() != null) {
            arguments.add("--json-schema");
        }
        return new AgentCommand(arguments, Map.of(), request.prompt());
    }

    @Override
    public AgentReading read(AgentOutput output) {
        return reading.of(output);
    }

    @Override
    public LifeSense sense() {
        return new StreamSense();
    }

    // several Workers may do this at once: each moves a whole file into place
    private void install() {
        try (InputStream in = ScriptedAgent.class.getResourceAsStream(RESOURCE)) {
            byte[] wanted = in == null ? new byte[0] : in.readAllBytes();
            if (wanted.length == 0) {
                throw new IllegalStateException("resource is missing: " + RESOURCE);
            }
            if (Files.isExecutable(script) && Arrays.equals(Files.readAllBytes(script), wanted)) {
                return;
            }
            PrivateFiles.folder(folder);
            Path fresh = Files.createTempFile(folder, "scripted-agent", ".new");
            Files.write(fresh, wanted);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("could not install the scripted agent in " + script, e);
        }
    }
}
