package dev.lindy.activities.agent.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.EndRules;
import dev.lindy.activities.agent.ErrorOutput;
import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.process.ProgramEnd;
import dev.lindy.run.Outcome;
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
    private final AgentHints hints;
    private final EndRules ends;

    OutcomeRules(String agent, AgentHints hints) {
        this.agent = agent;
        this.hints = hints;
        this.ends = new EndRules(agent, hints);
    }

    /** How the attempt failed, or null where the agent ended well. */
    @Nullable
    Outcome failure(AgentOutput output, Transcript transcript, ErrorOutput stderr) {
        Optional<Outcome> forced = ends.forced(output.end());
        if (forced.isPresent()) {
            return forced.get();
        }
        if (transcript.hasResult()) {
            return judged(output, transcript);
        }
        boolean lost = output.end().reason() == ProgramEnd.Reason.LOST;
        Optional<Outcome> known = lost ? Optional.empty() : CliComplaint.in(stderr.tail(), agent, hints);
        return known.orElseGet(() -> ends.silent(output.end(), stderr));
    }

    private @Nullable Outcome judged(AgentOutput output, Transcript transcript) {
        JsonNode result = transcript.result();
        String reason = result.path("terminal_reason").asText("");
        String subtype = result.path("subtype").asText("");
        if (result.path("is_error").asBoolean() || subtype.startsWith("error") || reason.equals("api_error")) {
            return failed(output, transcript, reason, subtype);
        }
        Optional<Outcome> end = ends.afterResult(output.end());
        if (end.isPresent()) {
            return end.get();
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
}
