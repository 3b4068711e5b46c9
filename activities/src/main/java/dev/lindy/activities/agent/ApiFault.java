package dev.lindy.activities.agent;

import dev.lindy.run.Outcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the model's API: what each status means for an attempt, the same for every agent. The words of the
 * CLI decide only where no status does.
 *
 * @param agent as people call it
 * @param status of HTTP, or 0 where it is not known
 * @param words what the CLI said of it
 * @param resetsAt when a used-up quota is back, where a field told it, or null
 * @param endedAt when the program ended, to which times of day in words are relative
 */
public record ApiFault(
        String agent,
        AgentHints hints,
        int status,
        String words,
        @Nullable Instant resetsAt,
        Instant endedAt) {

    private static final Pattern LIMIT = Pattern.compile(
            "(?i)hit your [\\w -]{0,40}limit|usage limit|(?:session|weekly|opus|sonnet|spend|hour) limit"
                    + "|exceeded your current quota|quota exceeded|exhausted your (?:daily )?(?:quota|capacity)"
                    + "|insufficient_quota");

    /** The outcome, or empty where neither status nor words blame the API. */
    public Optional<Outcome> outcome() {
        if (status == 401 || status == 403) {
            return Optional.of(new Outcome.AuthMissing(agent + " could not log in: " + words, hints.login()));
        }
        if (status == 402) {
            return Optional.of(new Outcome.AuthMissing(agent + " could not be billed: " + words, hints.billing()));
        }
        if (status == 413) {
            return Optional.of(new Outcome.ContextExhausted(agent + " ran out of context"));
        }
        if (status >= 500 || status == 408) {
            return Optional.of(new Outcome.Transient(agent + " could not reach the model: " + words));
        }
        return status == 429 || isLimitText() ? Optional.of(limited()) : Optional.empty();
    }

    private Outcome limited() {
        boolean ofTheServer = words.toLowerCase(Locale.ROOT).contains("temporarily limiting");
        Instant until = resetsAt == null ? QuotaReset.in(words, endedAt).orElse(null) : resetsAt;
        if (until != null || (isLimitText() && !ofTheServer)) {
            return new Outcome.Quota(agent + " has used up its quota: " + words, until);
        }
        return new Outcome.Transient(agent + " was asked to slow down: " + words);
    }

    private boolean isLimitText() {
        return LIMIT.matcher(words).find();
    }
}
