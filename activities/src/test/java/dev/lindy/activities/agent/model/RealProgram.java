package dev.lindy.activities.agent.model;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.CliProbe;
import dev.lindy.activities.agent.SearchPath;
import dev.lindy.process.ProgramEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts an agent's command for a test, the way the launcher does it: files instead of pipes. */
public final class RealProgram {

    private final Path cwd;
    private final Path files;
    private final Map<String, String> environment;

    public RealProgram(Path cwd, Path files, Map<String, String> environment) {
        this.cwd = cwd;
        this.files = files;
        this.environment = environment;
    }

    public Process start(AgentCommand command) throws IOException {
        Path stdin = Files.writeString(files.resolve("stdin"), command.stdin());
        List<String> arguments = new ArrayList<>(command.arguments());
        arguments.set(
                0, SearchPath.find(arguments.get(0), environment).orElseThrow().toString());
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(cwd.toFile())
                .redirectInput(stdin.toFile())
                .redirectOutput(stdout().toFile())
                .redirectError(stderr().toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    public AgentReading run(Agent agent, AgentRequest request) throws IOException, InterruptedException {
        Process process = start(agent.command(request));
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the agent did not end within 60 s");
        }
        return agent.read(output(request, process.exitValue()));
    }

    public AgentOutput output(AgentRequest request, int exitCode) {
        ProgramEnd end = new ProgramEnd(ProgramEnd.Reason.EXITED, exitCode, Instant.now(), Instant.now(), "");
        return new AgentOutput(
                stdout(), stderr(), end, request.newSession(), request.resumeSession(), request.jsonSchema() != null);
    }

    public Path stdout() {
        return files.resolve("stdout");
    }

    public Path stderr() {
        return files.resolve("stderr");
    }

    /** For {@link CliProbe}: output of a short command. */
    public static String ask(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    public static AgentRequest request(
            Map<String, String> environment,
            String prompt,
            @Nullable String fresh,
            @Nullable String resume,
            @Nullable String schema) {
        String mode = schema == null ? "bypassPermissions" : AgentRequest.READ_ONLY;
        return new AgentRequest(prompt, fresh, resume, mode, schema, 20, 5.0, null, environment);
    }
}
