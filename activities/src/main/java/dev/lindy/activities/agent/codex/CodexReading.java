package dev.lindy.activities.agent.codex;

import dev.lindy.activities.agent.AgentHints;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.ApiFault;
import dev.lindy.activities.agent.EndRules;
import dev.lindy.activities.agent.ErrorOutput;
import dev.lindy.activities.agent.JsonAnswer;
import dev.lindy.activities.prompt.Excerpt;
import dev.lindy.run.Outcome;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a run of Codex ended: the end of its process, then its last turn, then what it wrote to standard error. Codex
 * has no field for the cause of a failure, so its own words of 0.169 decide there.
 */
final class CodexReading {

    private static final String NAME = "codex";
    private static final int MAX_WORDS = 300;
    private static final Pattern STATUS = Pattern.compile("(?:unexpected|last) status:? (\\d{3})\\b");

    private final AgentHints hints;
    private final EndRules ends;

    CodexReading(AgentHints hints) {
        this.hints = hints;
        this.ends = new EndRules(NAME, hints);
    }

    AgentReading of(AgentOutput output) {
        CodexTranscript transcript = CodexTranscript.of(output.stdout());
        ErrorOutput stderr = ErrorOutput.of(output.stderr());
        boolean gone = isUnknownThread(stderr.tail());
        String session = transcript.session() == null ? output.resumedSession() : transcript.session();
        String structured = output.wantsStructure() ? JsonAnswer.in(transcript.lastWords()) : null;
        return new AgentReading(
                failure(output, transcript, stderr, structured),
                gone ? null : session,
                0,
                transcript.inputTokens(),
                transcript.outputTokens(),
                structured,
                transcript.lastWords(),
                transcript.session() != null);
    }

    private @Nullable Outcome failure(
            AgentOutput output, CodexTranscript transcript, ErrorOutput stderr, @Nullable String structured) {
        Optional<Outcome> forced = ends.forced(output.end());
        if (forced.isPresent()) {
            return forced.get();
        }
        String failure = transcript.failure();
        if (failure != null) {
            return failed(output, Excerpt.line(failure, MAX_WORDS));
        }
        if (!transcript.isCompleted()) {
            return unfinished(output, transcript, stderr);
        }
        Optional<Outcome> end = ends.afterResult(output.end());
        if (end.isPresent()) {
            return end.get();
        }
        if (output.wantsStructure()) {
            return structured == null ? new Outcome.AgentFailed(NAME + " gave no structured answer") : null;
        }
        return transcript.declined().isEmpty()
                ? null
                : new Outcome.NeedsAnswer(
                        NAME + " was denied permission for " + Excerpt.line(transcript.declined(), MAX_WORDS));
    }

    private Outcome unfinished(AgentOutput output, CodexTranscript transcript, ErrorOutput stderr) {
        Outcome silent = ends.silent(output.end(), stderr);
        if (!(silent instanceof Outcome.AgentFailed)) {
            return silent;
        }
        if (isUnknownThread(stderr.tail())) {
            return new Outcome.Interrupted(NAME + " does not know the conversation any more");
        }
        String words = transcript.lastError().isBlank() ? stderr.lastLine("") : transcript.lastError();
        return cause(output, Excerpt.line(words, MAX_WORDS)).orElse(silent);
    }

    private Outcome failed(AgentOutput output, String words) {
        return cause(output, words).orElseGet(() -> new Outcome.AgentFailed(NAME + " reported an error: " + words));
    }

    private Optional<Outcome> cause(AgentOutput output, String words) {
        String text = words.toLowerCase(Locale.ROOT);
        if (text.contains("ran out of room in the model's context window")) {
            return Optional.of(new Outcome.ContextExhausted(NAME + " ran out of context"));
        }
        if (text.contains("missing environment variable") || text.contains("not logged in")) {
            return Optional.of(new Outcome.AuthMissing(NAME + " could not log in: " + words, hints.login()));
        }
        Matcher number = STATUS.matcher(words);
        int status = number.find() ? Integer.parseInt(number.group(1)) : 0;
        Optional<Outcome> known =
                new ApiFault(NAME, hints, status, words, null, output.end().endedAt()).outcome();
        return known.isEmpty() && isPassing(text)
                ? Optional.of(new Outcome.Transient(NAME + " could not reach the model: " + words))
                : known;
    }

    private static boolean isPassing(String text) {
        return text.contains("high demand")
                || text.contains("stream disconnected")
                || text.contains("error sending request")
                || text.contains("connection failed")
                || text.contains("timeout waiting for");
    }

    private static boolean isUnknownThread(String stderr) {
        String text = stderr.toLowerCase(Locale.ROOT);
        return text.contains("no rollout found")
                || text.contains("thread not found")
                || text.contains("no such thread");
    }
}
