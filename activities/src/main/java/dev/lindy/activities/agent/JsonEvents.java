package dev.lindy.activities.agent;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads the events of an agent's output, a JSON object each line, with bounded memory. Lines that are none are left
 * out, whatever they hold: agents print what they like between events.
 */
public final class JsonEvents {

    /** Longest line that is read; longer ones are as good as missing. */
    public static final int MAX_LINE = 16 * 1024 * 1024;

    /** A line of a few MB may else become objects of some hundred. */
    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder().maxTokenCount(500_000).build();

    /** It is going to be an argument, and part of a result. */
    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,199}");

    private final ObjectMapper mapper =
            new ObjectMapper(JsonFactory.builder().streamReadConstraints(LIMITS).build());

    /** Hands each event of a file on, in order; none where there is no such file. */
    public void read(Path file, Consumer<JsonNode> events) {
        try (InputStream in = Files.newInputStream(file)) {
            new LineFeed(MAX_LINE).read(in, line -> line(line, events));
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the agent's output in " + file, e);
        }
    }

    /** Hands the event of a line on, where there is one. */
    public void line(String line, Consumer<JsonNode> events) {
        if (!line.startsWith("{")) {
            return;
        }
        JsonNode event;
        try {
            event = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            return;
        }
        if (event != null && event.isObject()) {
            events.accept(event);
        }
    }

    /** Whether a name that an agent gave to a conversation can be an argument one day. */
    public static boolean isSession(String name) {
        return SESSION.matcher(name).matches();
    }

    /** A number of tokens; never below zero. */
    public static long count(JsonNode number) {
        return Math.max(0, number.asLong());
    }

    /** An amount of money; never below zero, never infinite. */
    public static double amount(JsonNode number) {
        double value = number.asDouble();
        return Double.isFinite(value) && value > 0 ? value : 0;
    }
}
