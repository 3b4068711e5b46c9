package dev.lindy.activities.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.process.ProgramEnd;
import dev.lindy.run.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an agent of the {@code stream-json} dialect failed: the end of its process, then its last result, then
 * what it wrote to standard error. The agent's prose decides nothing; texts of the CLI itself decide only
 * where no field does.
 */
final class OutcomeRules {

    private static final int MAX_WORDS = 300;

    private final String agent;
    private final Hints hints;

    /** What a person can do where only a person can help. */
    record Hints(String install, String login, String root, String billing) {}

    OutcomeRules(String agent, Hints hints) {
        this.agent = agent;
        this.hints = hints;
    }

    /** How the attempt failed, or null where the agent ended well. */
    @Nullable
    Outcome failure(AgentOutput output, Transcript transcript, String stderr) {
        ProgramEnd end = output.end();
        return switch (end.reason()) {
            case CANCELED -> new Outcome.Canceled(agent + " was stopped");
            case NOT_STARTED -> new Outcome.AgentNotInstalled(startFailure(end), hints.install());
            case HARD_LIMIT ->
                new Outcome.TimedOut(agent + " was stopped at its time limit" + minutes(end) + " without finishing");
            case STALLED -> new Outcome.Stalled(agent + " was stopped because it showed no sign of life");
            case LOST ->
                transcript.hasResult()
                        ? judged(output, transcript)
                        : new Outcome.Interrupted(agent + " is gone without an exit status");
            case EXITED -> transcript.hasResult() ? judged(output, transcript) : silent(end, stderr);
        };
    }

    private String startFailure(ProgramEnd end) {
        String why = end.message().isBlank() ? "" : ": " + Excerpt.line(end.message(), MAX_WORDS);
        return agent + " could not be started" + why;
    }

    private static String minutes(ProgramEnd end) {
        Instant launched = end.launchedAt();
        if (launched == null) {
            return "";
        }
        long seconds = Duration.between(launched, end.endedAt()).toSeconds();
        return seconds < 120 ? " of " + seconds + " s" : " of " + seconds / 60 + " min";
    }

    private Outcome silent(ProgramEnd end, String stderr) {
        Optional<Outcome> known = CliComplaint.in(stderr, agent, hints);
        if (known.isPresent()) {
            return known.get();
        }
        Integer code = end.exitCode();
        if (code == null || isSignal(code)) {
            return new Outcome.Interrupted(agent + " was ended by a signal" + (code == null ? "" : " " + (code - 128)));
        }
        if (code == 127 || code == 126) {
            return new Outcome.AgentNotInstalled(
                    agent + " could not be started: " + lastLine(stderr, "exit status " + code), hints.install());
        }
        return new Outcome.AgentFailed(
                agent + " ended with exit status " + code + " and without a result" + lastWords(stderr));
    }

    private @Nullable Outcome judged(AgentOutput output, Transcript transcript) {
        JsonNode result = transcript.result();
        String reason = result.path("terminal_reason").asText("");
        String subtype = result.path("subtype").asText("");
        if (result.path("is_error").asBoolean() || subtype.startsWith("error") || reason.equals("api_error")) {
            return failed(output, transcript, reason, subtype);
        }
        Integer code = output.end().exitCode();
        if (code != null && isSignal(code)) {
            return new Outcome.Interrupted(agent + " was ended by signal " + (code - 128));
        }
        if (code != null && code != 0) {
            return new Outcome.AgentFailed(agent + " ended with exit status " + code + " after its result");
        }
        if (output.wantsStructure()) {
            return transcript.structured() == null
                    ? new Outcome.AgentFailed(agent + " gave no structured answer")
                    : null;
        }
        return denials(result);
    }

    private @Nullable Outcome denials(JsonNode result) {
        List<String> tools = new ArrayList<>();
        for (JsonNode denial : result.path("permission_denials")) {
            String tool = Excerpt.line(denial.path("tool_name").asText("a tool"), 60);
            if (!tools.contains(tool) && tools.size() < 10) {
                tools.add(tool);
            }
        }
        return tools.isEmpty()
                ? null
                : new Outcome.NeedsAnswer(agent + " was denied permission for " + String.join(", ", tools));
    }

    private Outcome failed(AgentOutput output, Transcript transcript, String reason, String subtype) {
        String words = Excerpt.line(transcript.text(), MAX_WORDS);
        if (subtype.equals("error_max_turns") || reason.equals("max_turns")) {
            return new Outcome.AgentFailed(agent + " stopped at its limit of turns (`max_turns`)");
        }
        if (subtype.equals("error_max_budget_usd") || reason.equals("budget_exhausted")) {
            return new Outcome.BudgetExhausted(agent + " stopped at its budget");
        }
        if (reason.equals("prompt_too_long")) {
            return new Outcome.ContextExhausted(agent + " ran out of context");
        }
        Optional<Outcome> known = CliComplaint.in(words, agent, hints);
        if (known.isPresent()) {
            return known.get();
        }
        if (reason.startsWith("aborted")) {
            return new Outcome.Interrupted(agent + " was interrupted");
        }
        return ApiFailure.of(transcript, words, output.end().endedAt(), agent, hints)
                .orElseGet(() -> new Outcome.AgentFailed(agent + " reported an error: " + words));
    }

    private static boolean isSignal(int code) {
        return code > 128 && code < 192;
    }

    private static String lastWords(String stderr) {
        String line = lastLine(stderr, "");
        return line.isEmpty() ? "" : ": " + line;
    }

    private static String lastLine(String stderr, String otherwise) {
        List<String> lines = stderr.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? otherwise : Excerpt.line(lines.get(lines.size() - 1), MAX_WORDS);
    }
}
