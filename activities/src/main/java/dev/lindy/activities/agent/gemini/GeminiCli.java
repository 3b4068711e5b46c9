package dev.lindy.activities.agent.gemini;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCapabilities;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.process.LifeSense;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gemini CLI without a person ({@code -o stream-json}, prompt on standard input). It tells no cost and keeps to no
 * schema. Where its API refuses, it tries again for minutes without a word on standard output; what it writes to
 * standard error then is the sign of life.
 */
public final class GeminiCli implements Agent {

    private static final AgentHints HINTS = new AgentHints(
            "install Gemini CLI (`npm install -g @google/gemini-cli`), or choose another agent in orchestrator.yaml",
            "run `gemini` once and log in, or set GEMINI_API_KEY, then `lindy resume`",
            "choose another `permission_mode`",
            "add credit to the account of GEMINI_API_KEY, then `lindy resume`");

    private final GeminiReading reading = new GeminiReading(HINTS);

    @Override
    public String name() {
        return "gemini_cli";
    }

    @Override
    public String executable() {
        return "gemini";
    }

    @Override
    public AgentCapabilities capabilities() {
        return AgentCapabilities.of(Capability.RESUME, Capability.MODEL, Capability.READ_ONLY);
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        List<String> arguments =
                new ArrayList<>(List.of(executable(), "--output-format", "stream-json", "--skip-trust"));
        arguments.addAll(List.of("--approval-mode", approval(request.permissionMode())));
        if (request.model() != null) {
            arguments.addAll(List.of("--model", request.model()));
        }
        if (request.resumeSession() != null) {
            arguments.addAll(List.of("--resume", request.resumeSession()));
        } else if (request.newSession() != null) {
            arguments.addAll(List.of("--session-id", request.newSession()));
        }
        return new AgentCommand(arguments, Map.of(), request.prompt());
    }

    private static String approval(String mode) {
        return switch (mode) {
            case AgentRequest.READ_ONLY, "default", "auto_edit", "yolo" -> mode;
            case "bypassPermissions" -> "yolo";
            default -> "auto_edit";
        };
    }

    @Override
    public AgentReading read(AgentOutput output) {
        return reading.of(output);
    }

    @Override
    public LifeSense sense() {
        return new GeminiSense();
    }
}
