package dev.lindy.activities.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.run.Outcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Failures of the model's API, by status and kind; the CLI's own wording comes last. */
final class ApiFailure {

    private static final Pattern LIMIT = Pattern.compile(
            "(?i)hit your [\\w -]{0,40}limit|usage limit|(?:session|weekly|opus|sonnet|spend|hour) limit");

    private final Transcript transcript;
    private final String words;
    private final Instant endedAt;
    private final String agent;
    private final OutcomeRules.Hints hints;

    private ApiFailure(Transcript transcript, String words, Instant endedAt, String agent, OutcomeRules.Hints hints) {
        this.transcript = transcript;
        this.words = words;
        this.endedAt = endedAt;
        this.agent = agent;
        this.hints = hints;
    }

    /** The outcome of an error result, or empty where the API is not to blame. */
    static Optional<Outcome> of(
            Transcript transcript, String words, Instant endedAt, String agent, OutcomeRules.Hints hints) {
        return Optional.ofNullable(new ApiFailure(transcript, words, endedAt, agent, hints).outcome());
    }

    private @Nullable Outcome outcome() {
        JsonNode result = transcript.result();
        int status = result.path("api_error_status").asInt(0);
        String kind = transcript.apiError();
        if (status == 401 || status == 403 || kind.equals("authentication_failed")) {
            return new Outcome.AuthMissing(agent + " could not log in: " + words, hints.login());
        }
        if (status == 402 || kind.equals("billing_error")) {
            return new Outcome.AuthMissing(agent + " could not be billed: " + words, hints.billing());
        }
        if (status == 413) {
            return new Outcome.ContextExhausted(agent + " ran out of context");
        }
        if (status >= 500 || status == 408 || kind.equals("overloaded") || kind.equals("server_error")) {
            return new Outcome.Transient(agent + " could not reach the model: " + words);
        }
        if (status == 429 || kind.equals("rate_limit") || isLimitText()) {
            return limited();
        }
        return status == 0 && isNetworkFault(result)
                ? new Outcome.Transient(agent + " could not reach the model: " + words)
                : null;
    }

    private Outcome limited() {
        @Nullable Instant until = until();
        boolean ofTheServer = words.toLowerCase(Locale.ROOT).contains("temporarily limiting");
        if (until != null || (isLimitText() && !ofTheServer)) {
            return new Outcome.Quota(agent + " has used up its quota: " + words, until);
        }
        return new Outcome.Transient(agent + " was asked to slow down: " + words);
    }

    private @Nullable Instant until() {
        long resetsAt = transcript.quotaResetsAt();
        return resetsAt > 0
                ? Instant.ofEpochSecond(resetsAt)
                : QuotaReset.in(words, endedAt).orElse(null);
    }

    private boolean isLimitText() {
        return transcript.quotaResetsAt() > 0 || LIMIT.matcher(words).find();
    }

    private boolean isNetworkFault(JsonNode result) {
        return result.path("terminal_reason").asText("").equals("api_error") || words.startsWith("API Error");
    }
}
