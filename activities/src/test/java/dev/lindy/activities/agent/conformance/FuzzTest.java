package dev.lindy.activities.agent.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.model.Streams;
import dev.lindy.process.LifeSense;
import dev.lindy.process.ProgramEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Streams that no program ever wrote: recordings cut, shuffled, spliced and broken, by seed. */
class FuzzTest {

    static final List<Agent> AGENTS = EveryAgent.list();

    private static final int ROUNDS = 1_500;

    /** What every stream that ends well has to hold, by agent; the command tells by its exit status alone. */
    private static final Map<String, String> PROOF = Map.of(
            "claude_cli", "\"type\": ?\"result\"",
            "scripted", "\"type\": ?\"result\"",
            "codex_cli", "\"type\":\"turn.completed\"",
            "gemini_cli", "\"status\":\"success\"",
            "opencode_cli", "\"reason\":\"stop\"",
            "command", "");

    @TempDir
    Path scratch;

    @ParameterizedTest
    @FieldSource("AGENTS")
    void endsWellOnlyWithAProperResult(Agent agent) throws IOException {
        List<Recording> recordings = recordings(agent);
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random random = new Random(seed);
            byte[] stdout = mangled(recordings, random);
            ProgramEnd end = end(random);

            AgentReading reading = read(agent, stdout, end, random);

            if (reading.failure() == null) {
                String text = new String(stdout, StandardCharsets.UTF_8);
                assertThat(text).as("seed %d", seed).containsPattern(PROOF.get(agent.name()));
                assertThat(end.exitCode() == null || end.exitCode() == 0)
                        .as("seed %d", seed)
                        .isTrue();
            }
            assertThat(reading.costUsd()).as("seed %d", seed).isNotNegative().isFinite();
        }
    }

    @ParameterizedTest
    @FieldSource("AGENTS")
    void sensesLifeInAnything(Agent agent) throws IOException {
        List<Recording> recordings = recordings(agent);
        for (int seed = 0; seed < ROUNDS; seed++) {
            LifeSense sense = agent.sense();
            new String(mangled(recordings, new Random(seed)), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(sense::line);
            sense.isBusy();
        }
    }

    private AgentReading read(Agent agent, byte[] stdout, ProgramEnd end, Random random) throws IOException {
        Path out = Files.write(scratch.resolve("stdout"), stdout);
        Path err = Files.write(scratch.resolve("stderr"), stdout);
        boolean resumed = random.nextBoolean();
        return agent.read(new AgentOutput(
                out,
                err,
                end,
                resumed ? null : Streams.NEW_SESSION,
                resumed ? Streams.OLD_SESSION : null,
                random.nextInt(4) == 0));
    }

    private static ProgramEnd end(Random random) {
        ProgramEnd.Reason reason = random.nextInt(3) > 0
                ? ProgramEnd.Reason.EXITED
                : ProgramEnd.Reason.values()[random.nextInt(ProgramEnd.Reason.values().length)];
        Integer code =
                reason == ProgramEnd.Reason.EXITED ? List.of(0, 0, 1, 143, 173).get(random.nextInt(5)) : null;
        return new ProgramEnd(reason, code, Streams.END, Streams.END, "");
    }

    private static List<Recording> recordings(Agent agent) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            Recording recording = Recording.of(agent.name(), shape);
            if (recording != null) {
                recordings.add(recording);
            }
        }
        return recordings;
    }

    private static byte[] mangled(List<Recording> recordings, Random random) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            Recording some = recordings.get(random.nextInt(recordings.size()));
            lines.addAll(
                    new String(some.stdout(), StandardCharsets.UTF_8).lines().toList());
        }
        if (random.nextBoolean()) {
            Collections.shuffle(lines, random);
        }
        lines.removeIf(line -> random.nextInt(4) == 0);
        lines.replaceAll(line -> broken(line, random));
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length && random.nextInt(3) == 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String broken(String line, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> line.substring(0, random.nextInt(line.length() + 1));
            case 1 -> line.replaceAll("\"[^\"]*\"(?=[,}])", "7");
            case 2 -> line.replaceAll("\\d+", "\"x\"");
            case 3 -> line.replace("{", "[");
            case 4 -> line.replaceAll("(true|false|null)", "{}");
            case 5 -> line.replaceAll("\\d+", "-1e308");
            default -> line;
        };
    }
}
