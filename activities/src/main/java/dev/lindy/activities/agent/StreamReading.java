package dev.lindy.activities.agent;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what a program of the {@code stream-json} dialect left, with bounded memory. */
final class StreamReading {

    private static final int MAX_STDERR = 64 * 1024;

    private final OutcomeRules rules;

    StreamReading(OutcomeRules rules) {
        this.rules = rules;
    }

    AgentReading of(AgentOutput output) {
        Transcript transcript = Transcript.of(output.stdout());
        String stderr = tail(output.stderr());
        return new AgentReading(
                rules.failure(output, transcript, stderr),
                session(output, transcript, stderr),
                transcript.costUsd(),
                transcript.inputTokens(),
                transcript.outputTokens(),
                transcript.structured(),
                transcript.text());
    }

    private static @Nullable String session(AgentOutput output, Transcript transcript, String stderr) {
        if (CliComplaint.isUnknownConversation(stderr) || isUnknown(transcript)) {
            return null;
        }
        if (transcript.sessionId() != null) {
            return transcript.sessionId();
        }
        return CliComplaint.isKnownConversation(stderr) ? output.newSession() : output.resumedSession();
    }

    private static boolean isUnknown(Transcript transcript) {
        return transcript.result().path("is_error").asBoolean()
                && CliComplaint.isUnknownConversation(transcript.text());
    }

    private static String tail(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MAX_STDERR, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the agent's errors in " + file, e);
        }
    }
}
