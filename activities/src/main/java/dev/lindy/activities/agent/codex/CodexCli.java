package dev.lindy.activities.agent.codex;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCapabilities;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.process.LifeSense;
import dev.lindy.state.PrivateFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Codex without a person ({@code codex exec --json}). It names its conversations itself and tells no cost. Its own
 * sandbox keeps it to the worktree: it can write files there and commit none, which is done for it.
 */
public final class CodexCli implements Agent {

    private static final AgentHints HINTS = new AgentHints(
            "install Codex (`npm install -g @openai/codex`), or choose another agent in orchestrator.yaml",
            "run `codex login`, or set OPENAI_API_KEY, then `lindy resume`",
            "choose another `permission_mode`",
            "add credit to the account that codex uses, then `lindy resume`");

    private final CodexReading reading = new CodexReading(HINTS);

    @Override
    public String name() {
        return "codex_cli";
    }

    @Override
    public String executable() {
        return "codex";
    }

    @Override
    public AgentCapabilities capabilities() {
        return AgentCapabilities.of(
                Capability.RESUME, Capability.JSON_SCHEMA, Capability.MODEL, Capability.EFFORT, Capability.READ_ONLY);
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        List<String> arguments = new ArrayList<>(List.of(executable(), "exec", "--json", "--skip-git-repo-check"));
        arguments.addAll(List.of("--sandbox", sandbox(request)));
        if (request.model() != null) {
            arguments.addAll(List.of("--model", request.model()));
        }
        if (request.effort() != null) {
            arguments.addAll(List.of("-c", "model_reasoning_effort=\"" + request.effort() + "\""));
        }
        AgentPlace place = request.place();
        if (request.jsonSchema() != null && place != null) {
            Path schema = place.files().resolve("schema.json");
            PrivateFiles.write(schema, request.jsonSchema().getBytes(StandardCharsets.UTF_8));
            arguments.addAll(List.of("--output-schema", schema.toString()));
        }
        if (request.resumeSession() != null) {
            arguments.addAll(List.of("resume", request.resumeSession()));
        }
        arguments.add("-");
        return new AgentCommand(arguments, Map.of(), request.prompt());
    }

    private static String sandbox(AgentRequest request) {
        boolean open = "1".equals(request.environment().get("IS_SANDBOX"));
        return switch (request.permissionMode()) {
            case AgentRequest.READ_ONLY, "read-only" -> "read-only";
            case "danger-full-access" -> "danger-full-access";
            case "bypassPermissions" -> open ? "danger-full-access" : "workspace-write";
            default -> "workspace-write";
        };
    }

    @Override
    public AgentReading read(AgentOutput output) {
        return reading.of(output);
    }

    @Override
    public LifeSense sense() {
        return new CodexSense();
    }
}
