package dev.lindy.activities.agent.command;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentCapabilities;
import dev.lindy.activities.agent.AgentCommand;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentPlace;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.AgentRequest;
import dev.lindy.activities.agent.Capability;
import dev.lindy.activities.agent.EndRules;
import dev.lindy.activities.agent.ErrorOutput;
import dev.lindy.activities.agent.JsonAnswer;
import dev.lindy.process.LifeSense;
import dev.lindy.process.ProgramEnd;
import dev.lindy.run.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any program that changes files: {@code agents.command} of the project config is its command line, without a shell,
 * with {@code {prompt_file}}, {@code {worktree}}, {@code {session}} and {@code {model}} filled in; the prompt is on
 * its standard input as well. Its exit status and its commits alone tell how it did. Each start gets the whole
 * prompt; {@code {session}} stays the same while one conversation goes on. Nothing keeps it from writing, so it
 * serves no role that only reads.
 */
public final class CommandAgent implements Agent {

    private static final String NAME = "the agent command";
    /** {@code EX_TEMPFAIL}: worth trying again later. */
    private static final int PASSING_FAULT = 75;
    /** {@code EX_NOPERM}: a person has to log in. */
    private static final int NO_LOGIN = 77;

    private static final AgentHints HINTS = new AgentHints(
            "install the program of `agents.command`, or choose another agent in orchestrator.yaml",
            "log in to the program of `agents.command`, then `lindy resume`",
            "choose another agent",
            "settle the account of the program of `agents.command`, then `lindy resume`");

    private final EndRules ends = new EndRules(NAME, HINTS);

    @Override
    public String name() {
        return "command";
    }

    @Override
    public String executable() {
        return "";
    }

    @Override
    public AgentCapabilities capabilities() {
        return AgentCapabilities.of(Capability.MODEL);
    }

    @Override
    public Optional<Outcome> refusal(AgentRequest request) {
        if (request.template().isEmpty() || request.place() == null) {
            return Optional.of(new Outcome.AgentNotInstalled(
                    "`agents.command` is empty", "write the program and its arguments there"));
        }
        return request.isReadOnly()
                ? Optional.of(new Outcome.AgentNotInstalled(
                        "nothing keeps agent `command` from writing", "choose another agent for this role"))
                : Optional.empty();
    }

    @Override
    public AgentCommand command(AgentRequest request) {
        List<String> arguments = request.template().stream()
                .map(argument -> filled(argument, request))
                .toList();
        return new AgentCommand(arguments, Map.of(), request.prompt());
    }

    private static String filled(String argument, AgentRequest request) {
        AgentPlace place = request.place();
        String session = request.resumeSession() == null ? request.newSession() : request.resumeSession();
        String filled = argument.replace("{session}", text(session)).replace("{model}", text(request.model()));
        return place == null
                ? filled
                : filled.replace("{prompt_file}", place.promptFile().toString())
                        .replace("{worktree}", place.directory().toString());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public AgentReading read(AgentOutput output) {
        String words = ErrorOutput.of(output.stdout()).tail();
        String structured = output.wantsStructure() ? JsonAnswer.in(words) : null;
        boolean started = output.end().launchedAt() != null;
        String session = output.resumedSession() == null ? output.newSession() : output.resumedSession();
        return new AgentReading(
                failure(output, structured), started ? session : null, 0, 0, 0, structured, words, started);
    }

    private @Nullable Outcome failure(AgentOutput output, @Nullable String structured) {
        ProgramEnd end = output.end();
        Integer code = end.exitCode();
        ErrorOutput stderr = ErrorOutput.of(output.stderr());
        Optional<Outcome> forced = ends.forced(end);
        if (forced.isPresent()) {
            return forced.get();
        }
        if (code == null || code != 0) {
            return failed(end, code, stderr);
        }
        return output.wantsStructure() && structured == null
                ? new Outcome.AgentFailed(NAME + " gave no structured answer")
                : null;
    }

    private Outcome failed(ProgramEnd end, @Nullable Integer code, ErrorOutput stderr) {
        String words = stderr.lastLine("exit status " + code);
        if (code != null && code == PASSING_FAULT) {
            return new Outcome.Transient(NAME + " met a passing fault: " + words);
        }
        if (code != null && code == NO_LOGIN) {
            return new Outcome.AuthMissing(NAME + " could not log in: " + words, HINTS.login());
        }
        return ends.silent(end, stderr);
    }

    @Override
    public LifeSense sense() {
        return LifeSense.none();
    }
}
