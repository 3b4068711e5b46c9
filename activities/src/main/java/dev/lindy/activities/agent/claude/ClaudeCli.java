package dev.lindy.activities.agent.claude;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCapabilities;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.activities.agent.CliProbe;
import dev.lindy.process.LifeSense;
import dev.lindy.run.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Claude Code without a person. Passes only flags that the installed version knows. Hooks and settings of the
 * project stay in force, because {@code CLAUDE.md} comes with them; MCP servers of the project do not start.
 *
 * <p>Of a reading with {@link Outcome.Interrupted} and a session, the session is there and can be continued;
 * without one the next start has to begin a fresh conversation under a new id.
 */
public final class ClaudeCli implements Agent {

    private static final String READ_TOOLS = "Read,Glob,Grep";
    private static final String WRITE_TOOLS = "Bash,Edit,MultiEdit,NotebookEdit,Write";
    private static final String SANDBOX = "IS_SANDBOX";
    /**
     * By itself the CLI asks ten times, for minutes, also where a login is missing; after half a minute waiting
     * is better done by durable timers, and a person is better told.
     */
    private static final String RETRIES = "CLAUDE_CODE_MAX_RETRIES";

    private static final String MAX_RETRIES = "6";
    private static final AgentCapabilities CAPABILITIES = AgentCapabilities.of(
            Capability.RESUME,
            Capability.JSON_SCHEMA,
            Capability.COST,
            Capability.BUDGET,
            Capability.TURNS,
            Capability.MODEL,
            Capability.EFFORT,
            Capability.READ_ONLY);
    private static final AgentHints HINTS = new AgentHints(
            "install Claude Code (`npm install -g @anthropic-ai/claude-code`), or choose another agent"
                    + " (`dispatcher.provider`) in orchestrator.yaml",
            "run `claude` once and log in, or set ANTHROPIC_API_KEY, then `lindy resume`",
            "start lindy as another user, set `IS_SANDBOX=1` where this host is a sandbox, or choose another"
                    + " `dispatcher.permission_mode`",
            "add credit to the account of ANTHROPIC_API_KEY, then `lindy resume`");

    private final ClaudeFlags flags;
    private final Host host;
    private final StreamReading reading = new StreamReading("claude", HINTS);

    /**
     * What the CLI makes its own decisions on.
     *
     * @param root whether programs run as root
     * @param sandboxed whether the project config says that agents run in a sandbox
     */
    public record Host(boolean root, boolean sandboxed) {}

    /** Asks the executable about its flags through {@code probe}, on first use. */
    public ClaudeCli(CliProbe probe, Host host) {
        this.flags = new ClaudeFlags(probe);
        this.host = host;
    }

    @Override
    public String name() {
        return "claude_cli";
    }

    @Override
    public String executable() {
        return "claude";
    }

    @Override
    public AgentCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Map<String, String> trialEnvironment() {
        return Map.of(RETRIES, "2");
    }

    @Override
    public Optional<Outcome> refusal(AgentRequest request) {
        boolean bypass = request.permissionMode().toLowerCase(Locale.ROOT).equals("bypasspermissions");
        boolean sandboxed = host.sandboxed() || "1".equals(request.environment().get(SANDBOX));
        return host.root() && bypass && !sandboxed
                ? Optional.of(
                        new Outcome.AuthMissing("claude refuses to run as root with `bypassPermissions`", HINTS.root()))
                : Optional.empty();
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        CliFlags known = flags.of(executable(), request.environment());
        List<String> arguments =
                new ArrayList<>(List.of(executable(), "-p", "--output-format", "stream-json", "--verbose"));
        conversation(request, arguments);
        permissions(request, known, arguments);
        limits(request, known, arguments);
        if (known.has("--strict-mcp-config")) {
            arguments.add("--strict-mcp-config");
        }
        return new AgentCommand(arguments, environment(request), request.prompt());
    }

    @Override
    public AgentReading read(AgentOutput output) {
        return reading.of(output);
    }

    @Override
    public LifeSense sense() {
        return new StreamSense();
    }

    private static void conversation(AgentRequest request, List<String> arguments) {
        if (request.resumeSession() != null) {
            arguments.addAll(List.of("--resume", request.resumeSession()));
        } else if (request.newSession() != null) {
            arguments.addAll(List.of("--session-id", request.newSession()));
        }
    }

    private static void permissions(AgentRequest request, CliFlags known, List<String> arguments) {
        if (request.isReadOnly()) {
            readOnly(known, arguments);
        } else {
            arguments.addAll(List.of("--permission-mode", request.permissionMode()));
        }
        if (known.has("--permission-prompts")) {
            arguments.addAll(List.of("--permission-prompts", "none"));
        }
    }

    // the CLI's own plan mode wants a person to approve the plan; what is not there needs no permission
    private static void readOnly(CliFlags known, List<String> arguments) {
        arguments.addAll(List.of("--permission-mode", known.hasMode("dontAsk") ? "dontAsk" : AgentRequest.READ_ONLY));
        if (known.has("--tools")) {
            arguments.addAll(List.of("--tools", READ_TOOLS));
        } else if (known.has("--disallowedTools")) {
            arguments.addAll(List.of("--disallowedTools", WRITE_TOOLS));
        }
    }

    private static void limits(AgentRequest request, CliFlags known, List<String> arguments) {
        option("--json-schema", request.jsonSchema(), known, arguments);
        option("--max-turns", request.maxTurns(), known, arguments);
        Double budget = request.maxBudgetUsd();
        option("--max-budget-usd", budget == null ? null : dollars(budget), known, arguments);
        option("--model", request.model(), known, arguments);
        option("--effort", request.effort(), known, arguments);
    }

    private static void option(String flag, @Nullable Object value, CliFlags known, List<String> arguments) {
        if (value != null && known.has(flag)) {
            arguments.addAll(List.of(flag, value.toString()));
        }
    }

    // the CLI refuses amounts that are not above zero
    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "%.4f", Math.max(0.0001, amount));
    }

    private Map<String, String> environment(AgentRequest request) {
        Map<String, String> added = new LinkedHashMap<>();
        if (!request.environment().containsKey(RETRIES)) {
            added.put(RETRIES, MAX_RETRIES);
        }
        if (host.sandboxed()) {
            added.put(SANDBOX, "1");
        }
        return added;
    }
}
