package dev.lindy.activities.agent.claude;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.ApiFault;
import dev.lindy.run.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Failures of the model's API, by status and kind; the CLI's own wording comes last. */
final class ApiFailure {

    private static final Map<String, Integer> STATUS_OF_KIND = Map.of(
            "authentication_failed", 401,
            "billing_error", 402,
            "overloaded", 529,
            "server_error", 500,
            "rate_limit", 429);

    private ApiFailure() {}

    /** The outcome of an error result, or empty where the API is not to blame. */
    static Optional<Outcome> of(Transcript transcript, String words, Instant endedAt, String agent, AgentHints hints) {
        Instant resetsAt = transcript.quotaResetsAt() > 0 ? Instant.ofEpochSecond(transcript.quotaResetsAt()) : null;
        int status = status(transcript);
        Optional<Outcome> outcome = new ApiFault(agent, hints, status, words, resetsAt, endedAt).outcome();
        return outcome.isEmpty() && status == 0 && isNetworkFault(transcript.result(), words)
                ? Optional.of(new Outcome.Transient(agent + " could not reach the model: " + words))
                : outcome;
    }

    private static int status(Transcript transcript) {
        int status = transcript.result().path("api_error_status").asInt(0);
        int ofKind = STATUS_OF_KIND.getOrDefault(transcript.apiError(), 0);
        if (ofKind == 401 || ofKind == 402) {
            return ofKind;
        }
        if (status == 0 && ofKind == 0 && transcript.quotaResetsAt() > 0) {
            return 429;
        }
        return (status == 0 || status == 429) && ofKind != 0 ? ofKind : status;
    }

    private static boolean isNetworkFault(JsonNode result, String words) {
        return result.path("terminal_reason").asText("").equals("api_error") || words.startsWith("API Error");
    }
}
