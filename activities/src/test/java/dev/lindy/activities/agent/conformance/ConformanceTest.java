package dev.lindy.activities.agent.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.Capability;
import dev.lindy.activities.agent.model.Streams;
import dev.lindy.run.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every agent reads every shape as it is meant, whatever else is on its streams. W-23, W-24. */
class ConformanceTest {

    static final List<Agent> AGENTS = EveryAgent.list();
    static final List<Reading> READINGS = readings();

    @TempDir
    Path scratch;

    /** One recording of one agent. */
    record Reading(Agent agent, Shape shape) {
        @Override
        public String toString() {
            return agent.name() + " " + shape.folder();
        }
    }

    private static List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        for (Agent agent : AGENTS) {
            for (Shape shape : Shape.values()) {
                readings.add(new Reading(agent, shape));
            }
        }
        return readings;
    }

    @ParameterizedTest
    @FieldSource("READINGS")
    void hasARecordingOfEachShapeOrAReasonWhyNot(Reading reading) throws IOException {
        String reason = Recording.impossible(reading.agent().name())
                .getProperty(reading.shape().folder(), "");
        boolean isRecorded = Recording.of(reading.agent().name(), reading.shape()) != null;

        assertThat(isRecorded != !reason.isBlank())
                .as("recorded, or impossible for a reason")
                .isTrue();
    }

    @ParameterizedTest
    @FieldSource("READINGS")
    void readsEachShapeAsItIsMeant(Reading reading) throws IOException {
        Recording recording = Recording.of(reading.agent().name(), reading.shape());
        if (recording != null) {
            check(reading.agent(), recording, recording.stdout(), recording.stderr());
        }
    }

    /** W-23: a line that is JSON and no object ended the agent of the original. */
    @ParameterizedTest
    @FieldSource("READINGS")
    void readsTheSameBetweenLinesThatAreNoEvents(Reading reading) throws IOException {
        Recording recording = Recording.of(reading.agent().name(), reading.shape());
        if (recording != null && hasEvents(reading.agent())) {
            String noise = "42\n\"x\"\n[1]\nnull\ntrue\n{\n{\"type\":7}\n{\"type\":\"result\"\nnpm warn old lockfile\n";
            check(reading.agent(), recording, around(noise, recording.stdout()), recording.stderr());
        }
    }

    @ParameterizedTest
    @FieldSource("READINGS")
    void readsTheSameBetweenBytesThatAreNoText(Reading reading) throws IOException {
        Recording recording = Recording.of(reading.agent().name(), reading.shape());
        if (recording != null && hasEvents(reading.agent())) {
            byte[] noise = new byte[50_000];
            new Random(7).nextBytes(noise);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(noise);
            out.write('\n');
            out.write(recording.stdout());
            check(reading.agent(), recording, out.toByteArray(), recording.stderr());
        }
    }

    /** W-22: two hundred kilobytes on standard error held the agent of the original up. */
    @ParameterizedTest
    @FieldSource("READINGS")
    void readsTheSameBehindALongStandardError(Reading reading) throws IOException {
        Recording recording = Recording.of(reading.agent().name(), reading.shape());
        if (recording != null) {
            String noise = "warning: something old\n".repeat(9_000);
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            err.write(noise.getBytes(StandardCharsets.UTF_8));
            err.write(recording.stderr());
            check(reading.agent(), recording, recording.stdout(), err.toByteArray());
        }
    }

    @ParameterizedTest
    @FieldSource("AGENTS")
    void neverTellsACostOfNothingForAnAgentThatTellsNone(Agent agent) throws IOException {
        Recording success = Recording.of(agent.name(), Shape.SUCCESS);

        AgentReading reading = agent.read(success.output(scratch, success.stdout(), success.stderr()));

        assertThat(reading.costUnknown() || reading.costUsd() > 0).isTrue();
        assertThat(reading.costUnknown() || agent.capabilities().has(Capability.COST))
                .isTrue();
    }

    @Test
    void knowsEveryAgentOfTheConfig() {
        assertThat(AGENTS)
                .extracting(Agent::name)
                .containsExactlyInAnyOrderElementsOf(dev.lindy.project.config.key.ConfigKeys.PROVIDERS);
    }

    private static boolean hasEvents(Agent agent) {
        return !agent.name().equals("command");
    }

    private static byte[] around(String noise, byte[] events) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(noise.getBytes(StandardCharsets.UTF_8));
        out.write(events);
        out.write(('\n' + noise).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private void check(Agent agent, Recording recording, byte[] stdout, byte[] stderr) throws IOException {
        JsonNode expected = recording.expected();

        AgentReading reading = agent.read(recording.output(scratch, stdout, stderr));

        Outcome failure = reading.failure();
        assertThat(failure == null ? "ended-well" : failure.word())
                .as(() -> String.valueOf(failure))
                .isEqualTo(expected.path("outcome").asText());
        assertThat(reading.sessionId()).isEqualTo(session(expected.path("session")));
        assertThat(reading.costUnknown() ? "unknown" : Double.toString(reading.costUsd()))
                .isEqualTo(expected.path("cost").asText());
        if (expected.has("until")) {
            assertThat(failure).isInstanceOf(Outcome.Quota.class);
            assertThat(((Outcome.Quota) failure).until())
                    .isEqualTo(LocalDateTime.parse(expected.path("until").asText())
                            .atZone(expected.has("local") ? ZoneId.systemDefault() : ZoneOffset.UTC)
                            .toInstant());
        }
        assertThat(reading.structured())
                .isEqualTo(expected.has("answer") ? expected.path("answer").toString() : null);
    }

    private static String session(JsonNode session) {
        return switch (session.asText("")) {
            case "new" -> Streams.NEW_SESSION;
            case "old" -> Streams.OLD_SESSION;
            case "" -> null;
            default -> session.asText();
        };
    }
}
