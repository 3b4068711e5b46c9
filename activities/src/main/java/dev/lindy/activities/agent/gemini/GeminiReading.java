package dev.lindy.activities.agent.gemini;

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

/**
 * How a run of Gemini CLI ended: the end of its process, then its last result, then exit status and standard error.
 * Its exit status after a failure of the API is the HTTP status cut to a byte (429 is 173), which looks like a signal
 * and is none.
 */
final class GeminiReading {

    private static final String NAME = "gemini";
    private static final int MAX_WORDS = 300;
    private static final int NO_LOGIN = 41;
    private static final int TURN_LIMIT = 53;
    private static final Pattern CODE = Pattern.compile("\"code\": ?(\\d{3})\\b");
    private static final Pattern ATTEMPT = Pattern.compile("Attempt \\d+ failed with status (\\d{3})");

    private final AgentHints hints;
    private final EndRules ends;

    GeminiReading(AgentHints hints) {
        this.hints = hints;
        this.ends = new EndRules(NAME, hints);
    }

    AgentReading of(AgentOutput output) {
        GeminiTranscript transcript = GeminiTranscript.of(output.stdout());
        ErrorOutput stderr = ErrorOutput.of(output.stderr());
        String structured = output.wantsStructure() ? JsonAnswer.in(transcript.lastWords()) : null;
        return new AgentReading(
                failure(output, transcript, stderr, structured),
                session(output, transcript, stderr),
                0,
                transcript.inputTokens(),
                transcript.outputTokens(),
                structured,
                transcript.lastWords(),
                transcript.session() != null);
    }

    private static @Nullable String session(AgentOutput output, GeminiTranscript transcript, ErrorOutput stderr) {
        if (isUnknownSession(stderr.tail())) {
            return null;
        }
        if (transcript.session() != null) {
            return transcript.session();
        }
        return isKnownSession(stderr.tail()) ? output.newSession() : output.resumedSession();
    }

    private @Nullable Outcome failure(
            AgentOutput output, GeminiTranscript transcript, ErrorOutput stderr, @Nullable String structured) {
        Optional<Outcome> forced = ends.forced(output.end());
        if (forced.isPresent()) {
            return output.end().reason() == ProgramEnd.Reason.STALLED
                    ? refusedForLong(output, transcript, stderr).orElse(forced.get())
                    : forced.get();
        }
        if (!transcript.hasResult()) {
            return silent(output, stderr);
        }
        if (!transcript.isSuccess()) {
            String words = Excerpt.line(transcript.error(), MAX_WORDS);
            return cause(output, words, status(transcript.error()))
                    .orElseGet(() -> new Outcome.AgentFailed(NAME + " reported an error: " + words));
        }
        Optional<Outcome> end = ends.afterResult(output.end());
        if (end.isPresent()) {
            return end.get();
        }
        if (output.wantsStructure()) {
            return structured == null ? new Outcome.AgentFailed(NAME + " gave no structured answer") : null;
        }
        return transcript.denied().isEmpty()
                ? null
                : new Outcome.NeedsAnswer(NAME + " was denied permission: " + transcript.denied());
    }

    /** What a program that was ended for its silence was waiting for, where it said so. */
    private Optional<Outcome> refusedForLong(AgentOutput output, GeminiTranscript transcript, ErrorOutput stderr) {
        Matcher attempt = ATTEMPT.matcher(stderr.tail());
        int status = 0;
        while (attempt.find()) {
            status = Integer.parseInt(attempt.group(1));
        }
        return status == 0 || transcript.hasResult() || !transcript.lastWords().isEmpty()
                ? Optional.empty()
                : cause(output, "status " + status + " again and again", status);
    }

    private Outcome silent(AgentOutput output, ErrorOutput stderr) {
        Integer code = output.end().exitCode();
        String words = stderr.lastLine("exit status " + code);
        if (isUnknownSession(stderr.tail())) {
            return new Outcome.Interrupted(NAME + " does not know the conversation any more");
        }
        if (isKnownSession(stderr.tail())) {
            return new Outcome.Interrupted(NAME + " has begun this conversation before");
        }
        if (code != null && code == NO_LOGIN) {
            return new Outcome.AuthMissing(NAME + " could not log in: " + words, hints.login());
        }
        if (code != null && code == TURN_LIMIT) {
            return new Outcome.AgentFailed(NAME + " stopped at its limit of turns");
        }
        int status = code != null && code >= 144 && code < 256 ? code + 256 : 0;
        if (status != 0 && stderr.tail().contains("Error when talking to Gemini API")) {
            return cause(output, words, status)
                    .orElseGet(() -> new Outcome.AgentFailed(NAME + " reported an error: " + words));
        }
        return ends.silent(output.end(), stderr);
    }

    private Optional<Outcome> cause(AgentOutput output, String words, int status) {
        String text = words.toLowerCase(Locale.ROOT);
        if (text.contains("api key not valid") || text.contains("api_key_invalid")) {
            return Optional.of(new Outcome.AuthMissing(NAME + " could not log in: " + words, hints.login()));
        }
        if (text.contains("exceeds the maximum number of tokens")) {
            return Optional.of(new Outcome.ContextExhausted(NAME + " ran out of context"));
        }
        Optional<Outcome> known =
                new ApiFault(NAME, hints, status, words, null, output.end().endedAt()).outcome();
        return known.isEmpty() && (text.contains("fetch failed") || text.contains("econnre"))
                ? Optional.of(new Outcome.Transient(NAME + " could not reach the model: " + words))
                : known;
    }

    private static int status(String error) {
        Matcher code = CODE.matcher(error);
        return code.find() ? Integer.parseInt(code.group(1)) : 0;
    }

    private static boolean isUnknownSession(String stderr) {
        return stderr.contains("Error resuming session");
    }

    private static boolean isKnownSession(String stderr) {
        return stderr.contains("Session") && stderr.contains("already exists");
    }
}
