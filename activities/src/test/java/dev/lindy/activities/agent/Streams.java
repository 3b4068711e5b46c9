package dev.lindy.activities.agent;

import dev.lindy.process.ProgramEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a program of a test left. */
record Streams(Path folder) {

    static final Instant END = Instant.parse("2026-11-01T12:00:00Z");
    static final String NEW_SESSION = "11111111-1111-4111-8111-111111111111";
    static final String OLD_SESSION = "22222222-2222-4222-8222-222222222222";

    Streams out(String... lines) throws IOException {
        Files.writeString(folder.resolve("stdout"), String.join("\n", lines) + "\n");
        return this;
    }

    Streams outBytes(byte[] bytes) throws IOException {
        Files.write(folder.resolve("stdout"), bytes);
        return this;
    }

    Streams err(String text) throws IOException {
        Files.writeString(folder.resolve("stderr"), text);
        return this;
    }

    Streams sample(String name) throws IOException {
        try (var in = Streams.class.getResourceAsStream(name)) {
            return outBytes(in.readAllBytes());
        }
    }

    AgentOutput exited(int code) {
        return ended(ProgramEnd.Reason.EXITED, code, false, false);
    }

    AgentOutput ended(ProgramEnd.Reason reason, @Nullable Integer code) {
        return ended(reason, code, false, false);
    }

    AgentOutput ended(ProgramEnd.Reason reason, @Nullable Integer code, boolean resumed, boolean structure) {
        ProgramEnd end = new ProgramEnd(reason, code, END.minusSeconds(600), END, "");
        return new AgentOutput(
                folder.resolve("stdout"),
                folder.resolve("stderr"),
                end,
                resumed ? null : NEW_SESSION,
                resumed ? OLD_SESSION : null,
                structure);
    }

    static String result(String fields) {
        return "{\"type\":\"result\",\"session_id\":\"" + NEW_SESSION + "\"," + fields + "}";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
