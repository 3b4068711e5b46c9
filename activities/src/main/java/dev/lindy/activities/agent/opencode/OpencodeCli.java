package dev.lindy.activities.agent.opencode;

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
 * opencode without a person ({@code opencode run --format json}, prompt on standard input). It names its
 * conversations itself, and tells the cost of models whose price it knows. While an API refuses it tries again for
 * ever without a word; its log on standard error then tells why it was ended for its silence.
 */
public final class OpencodeCli implements Agent {

    /** What the read-only agent must not do, whatever the project's own configuration allows. */
    private static final String READ_ONLY =
            "{\"edit\":\"deny\",\"bash\":\"deny\",\"webfetch\":\"deny\",\"external_directory\":\"deny\",\"task\":\"deny\"}";

    private static final AgentHints HINTS = new AgentHints(
            "install opencode (`npm install -g opencode-ai`), or choose another agent in orchestrator.yaml",
            "run `opencode auth login`, or set the key of its provider, then `lindy resume`",
            "choose another `permission_mode`",
            "add credit to the account of opencode's provider, then `lindy resume`");

    private final OpencodeReading reading = new OpencodeReading(HINTS);

    @Override
    public String name() {
        return "opencode_cli";
    }

    @Override
    public String executable() {
        return "opencode";
    }

    @Override
    public AgentCapabilities capabilities() {
        return AgentCapabilities.of(
                Capability.RESUME, Capability.COST, Capability.MODEL, Capability.EFFORT, Capability.READ_ONLY);
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        List<String> arguments = new ArrayList<>(
                List.of(executable(), "run", "--format", "json", "--print-logs", "--log-level", "ERROR"));
        if (request.isReadOnly()) {
            arguments.addAll(List.of("--agent", "plan"));
        } else if (request.permissionMode().equals("bypassPermissions")) {
            arguments.add("--auto");
        }
        if (request.model() != null) {
            arguments.addAll(List.of("--model", request.model()));
        }
        if (request.effort() != null) {
            arguments.addAll(List.of("--variant", request.effort()));
        }
        if (request.resumeSession() != null) {
            arguments.addAll(List.of("--session", request.resumeSession()));
        }
        return new AgentCommand(arguments, environment(request), request.prompt());
    }

    private static Map<String, String> environment(AgentRequest request) {
        Map<String, String> quiet = Map.of("OPENCODE_DISABLE_AUTOUPDATE", "1");
        return request.isReadOnly()
                ? Map.of("OPENCODE_DISABLE_AUTOUPDATE", "1", "OPENCODE_PERMISSION", READ_ONLY)
                : quiet;
    }

    @Override
    public AgentReading read(AgentOutput output) {
        return reading.of(output);
    }

    @Override
    public LifeSense sense() {
        return new OpencodeSense();
    }
}
