package dev.lindy.activities.agent.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.model.Streams;
import dev.lindy.process.ProgramEnd;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a program left once: {@code stdout}, {@code stderr}, {@code exit} (an exit status or the word for another end),
 * and in {@code expected.json} what has to be read from it.
 */
record Recording(Path folder, JsonNode expected) {

    private static final String ROOT = "/dev/lindy/activities/agent/conformance";
    private static final Instant END = Streams.END;

    /** The recording of a shape, or null where the agent has none. */
    static @Nullable Recording of(String agent, Shape shape) throws IOException {
        Path folder = root().resolve(agent).resolve(shape.folder());
        return Files.isDirectory(folder)
                ? new Recording(folder, new ObjectMapper().readTree(Files.readString(folder.resolve("expected.json"))))
                : null;
    }

    /** The shapes that an agent cannot have, with the reason for each. */
    static Properties impossible(String agent) throws IOException {
        Properties reasons = new Properties();
        Path file = root().resolve(agent).resolve("impossible.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                reasons.load(in);
            }
        }
        return reasons;
    }

    static Path root() {
        try {
            return Path.of(Recording.class.getResource(ROOT).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] stdout() throws IOException {
        return bytes("stdout");
    }

    byte[] stderr() throws IOException {
        return bytes("stderr");
    }

    private byte[] bytes(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    }

    ProgramEnd end() throws IOException {
        String word = Files.readString(folder.resolve("exit")).strip();
        if (word.matches("\\d+")) {
            return new ProgramEnd(ProgramEnd.Reason.EXITED, Integer.valueOf(word), END.minusSeconds(600), END, "");
        }
        ProgramEnd.Reason reason = ProgramEnd.Reason.valueOf(word);
        Instant launched = reason == ProgramEnd.Reason.NOT_STARTED ? null : END.minusSeconds(600);
        return new ProgramEnd(reason, null, launched, END, "");
    }

    /** The same end with other bytes on its streams, written to a folder of the test. */
    AgentOutput output(Path scratch, byte[] stdout, byte[] stderr) throws IOException {
        boolean resumed = expected.path("resumed").asBoolean();
        Path out = Files.write(scratch.resolve("stdout"), stdout);
        Path err = Files.write(scratch.resolve("stderr"), stderr);
        return new AgentOutput(
                out,
                err,
                end(),
                resumed ? null : Streams.NEW_SESSION,
                resumed ? Streams.OLD_SESSION : null,
                expected.path("structured").asBoolean());
    }
}
