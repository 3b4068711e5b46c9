package dev.lindy.activities.agent.model;

import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.process.ProgramEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a program of a test left. */
public record Streams(Path folder) {

    public static final Instant END = Instant.parse("2026-11-01T12:00:00Z");
    public static final String NEW_SESSION = "11111111-1111-4111-8111-111111111111";
    public static final String OLD_SESSION = "22222222-2222-4222-8222-222222222222";

    public Streams out(String... lines) throws IOException {
        Files.writeString(folder.resolve("stdout"), String.join("\n", lines) + "\n");
        return this;
    }

    public Streams outBytes(byte[] bytes) throws IOException {
        Files.write(folder.resolve("stdout"), bytes);
        return this;
    }

    public Streams err(String text) throws IOException {
        Files.writeString(folder.resolve("stderr"), text);
        return this;
    }

    public Streams sample(String name) throws IOException {
        try (var in = Streams.class.getResourceAsStream("/dev/lindy/activities/agent/claude/" + name)) {
            return outBytes(in.readAllBytes());
        }
    }

    public AgentOutput exited(int code) {
        return ended(ProgramEnd.Reason.EXITED, code, false, false);
    }

    public AgentOutput ended(ProgramEnd.Reason reason, @Nullable Integer code) {
        return ended(reason, code, false, false);
    }

    public AgentOutput ended(ProgramEnd.Reason reason, @Nullable Integer code, boolean resumed, boolean structure) {
        ProgramEnd end = new ProgramEnd(reason, code, END.minusSeconds(600), END, "");
        return new AgentOutput(
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                end,
                resumed ? null : NEW_SESSION,
                resumed ? OLD_SESSION : null,
                structure);
    }

    public static String result(String fields) {
        return "{\"type\":\"result\",\"session_id\":\"" + NEW_SESSION + "\"," + fields + "}";
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
