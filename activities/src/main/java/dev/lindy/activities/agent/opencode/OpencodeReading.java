package dev.lindy.activities.agent.opencode;

import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.ApiFault;
import dev.lindy.activities.agent.EndRules;
import dev.lindy.activities.agent.ErrorOutput;
import dev.lindy.activities.agent.JsonAnswer;
import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.process.ProgramEnd;
import dev.lindy.run.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a run of opencode ended: the end of its process, then its last error or step, then standard error. */
final class OpencodeReading {

    private static final String NAME = "opencode";
    private static final int MAX_WORDS = 300;
    private static final Pattern REFUSED = Pattern.compile("error\\.error=\"AI_(?:APICall|Retry)Error: ([^\"]+)\"");

    private final AgentHints hints;
    private final EndRules ends;

    OpencodeReading(AgentHints hints) {
        this.hints = hints;
        this.ends = new EndRules(NAME, hints);
    }

    AgentReading of(AgentOutput output) {
        OpencodeTranscript transcript = OpencodeTranscript.of(output.stdout());
        ErrorOutput stderr = ErrorOutput.of(output.stderr());
        String structured = output.wantsStructure() ? JsonAnswer.in(transcript.lastWords()) : null;
        String session = transcript.session() == null ? output.resumedSession() : transcript.session();
        return new AgentReading(
                failure(output, transcript, stderr, structured),
                isUnknownSession(stderr.tail()) ? null : session,
                transcript.costUsd(),
                transcript.inputTokens(),
                transcript.outputTokens(),
                structured,
                transcript.lastWords(),
                transcript.isCostUnknown());
    }

    private @Nullable Outcome failure(
            AgentOutput output, OpencodeTranscript transcript, ErrorOutput stderr, @Nullable String structured) {
        Optional<Outcome> forced = ends.forced(output.end());
        if (forced.isPresent()) {
            return output.end().reason() == ProgramEnd.Reason.STALLED
                    ? refusedForLong(output, transcript, stderr).orElse(forced.get())
                    : forced.get();
        }
        if (transcript.error().isObject()) {
            return failed(output, transcript);
        }
        if (!transcript.isFinished()) {
            return silent(output, transcript, stderr);
        }
        Optional<Outcome> end = ends.afterResult(output.end());
        if (end.isPresent()) {
            return end.get();
        }
        if (output.wantsStructure()) {
            return structured == null ? new Outcome.AgentFailed(NAME + " gave no structured answer") : null;
        }
        return transcript.denied().isEmpty() ? null : denied(transcript);
    }

    private static Outcome denied(OpencodeTranscript transcript) {
        return new Outcome.NeedsAnswer(NAME + " was denied permission for " + transcript.denied());
    }

    private Outcome failed(AgentOutput output, OpencodeTranscript transcript) {
        String words = Excerpt.line(transcript.errorMessage(), MAX_WORDS);
        int status = transcript.error().path("data").path("statusCode").asInt(0);
        boolean passing = transcript.error().path("data").path("isRetryable").asBoolean();
        return switch (transcript.error().path("name").asText()) {
            case "ContextOverflowError" -> new Outcome.ContextExhausted(NAME + " ran out of context");
            case "ProviderAuthError" -> new Outcome.AuthMissing(NAME + " could not log in: " + words, hints.login());
            case "MessageAbortedError" -> new Outcome.Interrupted(NAME + " was interrupted");
            default ->
                cause(output, words, status)
                        .orElseGet(() -> passing
                                ? new Outcome.Transient(NAME + " could not reach the model: " + words)
                                : new Outcome.AgentFailed(NAME + " reported an error: " + words));
        };
    }

    /** What a program that was ended for its silence was waiting for, where its log says so. */
    private Optional<Outcome> refusedForLong(AgentOutput output, OpencodeTranscript transcript, ErrorOutput stderr) {
        if (transcript.isFinished()) {
            return Optional.empty();
        }
        if (transcript.error().isObject()) {
            return Optional.of(failed(output, transcript));
        }
        Matcher refused = REFUSED.matcher(stderr.tail());
        String words = "";
        while (refused.find()) {
            words = Excerpt.line(refused.group(1), MAX_WORDS);
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(cause(output, words, 0)
                        .orElse(new Outcome.Transient(NAME + " could not reach the model: " + words)));
    }

    // where a person would be asked, it refuses by itself and ends as if nothing were wrong
    private Outcome silent(AgentOutput output, OpencodeTranscript transcript, ErrorOutput stderr) {
        Integer code = output.end().exitCode();
        if (code != null && code == 0 && !transcript.denied().isEmpty()) {
            return denied(transcript);
        }
        return isUnknownSession(stderr.tail())
                ? new Outcome.Interrupted(NAME + " does not know the conversation any more")
                : ends.silent(output.end(), stderr);
    }

    private Optional<Outcome> cause(AgentOutput output, String words, int status) {
        return new ApiFault(NAME, hints, status, words, null, output.end().endedAt()).outcome();
    }

    private static boolean isUnknownSession(String stderr) {
        return stderr.toLowerCase(Locale.ROOT).contains("session not found");
    }
}
