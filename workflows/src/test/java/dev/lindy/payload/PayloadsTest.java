package dev.lindy.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lindy.activity.MergeResult;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.TaskState;
import dev.lindy.workflow.GoalRequest;
import io.temporal.api.common.v1.Payload;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadsTest {

    private static final ObjectMapper MAPPER = Payloads.mapper();

    static List<Class<?>> records() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.lindy.activity", "dev.lindy.run", "dev.lindy.policy", "dev.lindy.workflow")
                        .stream()
                        .filter(JavaClass::isRecord)
                        .filter(PayloadsTest::isPublic)
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PayloadsTest::isPublic).orElse(true);
    }

    @ParameterizedTest
    @MethodSource("records")
    void carriesEveryRecord(Class<?> type) throws JsonProcessingException {
        for (boolean full : new boolean[] {true, false}) {
            Object sample = new Samples(full).of(type);

            assertThat(MAPPER.readValue(MAPPER.writeValueAsString(sample), declared(type)))
                    .isEqualTo(sample);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void ignoresFieldsOfANewerVersion(Class<?> type) throws JsonProcessingException {
        Object sample = new Samples(true).of(type);
        JsonNode json = MAPPER.valueToTree(sample);
        addFields(json);

        assertThat(MAPPER.treeToValue(json, declared(type))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsWhatWasWrittenBeforeARecordHadItsLists(Class<?> type) {
        JsonNode json = MAPPER.valueToTree(new Samples(true).of(type));
        if (json instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isArray());
        }

        assertThatCode(() -> MAPPER.treeToValue(json, declared(type))).doesNotThrowAnyException();
    }

    @Test
    void knowsMostOfTheRecords() {
        assertThat(records()).hasSizeGreaterThan(40).contains(GoalRequest.class, TaskState.class);
    }

    static Stream<Class<?>> sealedKinds() {
        return Stream.of(Outcome.class, MergeResult.class).flatMap(type -> Stream.of(type.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("sealedKinds")
    void namesTheTypeOfASealedValue(Class<?> type) {
        JsonNode json = MAPPER.valueToTree(new Samples(true).of(type));

        assertThat(json.path("type").asText()).matches("[a-z]+(_[a-z]+)*");
    }

    @Test
    void refusesATypeItDoesNotKnow() {
        assertThatThrownBy(() -> MAPPER.readValue("{\"type\":\"novel\"}", Outcome.class))
                .isInstanceOf(InvalidTypeIdException.class);
    }

    @Test
    void writesTimesAndWordsForPeople() {
        JsonNode json = MAPPER.valueToTree(new Samples(true).of(RunHeader.class));

        assertThat(json.get("startedAt").asText()).isEqualTo("2026-11-01T10:00:00.123456Z");
        assertThat(json.get("status").asText()).isEqualTo("canceled");
        assertThat(json.get("run").asText()).isEqualTo("0a1b2c3d");
    }

    @Test
    void isTheConverterOfTemporalToo() {
        TaskState sample = (TaskState) new Samples(true).of(TaskState.class);

        Payload payload = Payloads.converter().toPayload(sample).orElseThrow();

        assertThat(Payloads.converter().fromPayload(payload, TaskState.class, TaskState.class))
                .isEqualTo(sample);
    }

    private static void addFields(JsonNode json) {
        json.properties().stream()
                .filter(field -> !field.getKey().equals("moduleConcurrency"))
                .forEach(field -> addFields(field.getValue()));
        json.elements().forEachRemaining(element -> {
            if (json.isArray()) {
                addFields(element);
            }
        });
        if (json.isObject()) {
            ((ObjectNode) json).put("fieldOfANewerVersion", 1);
        }
    }

    /** What a payload with such a value is declared as: a kind of a sealed type is read as that type. */
    private static Class<?> declared(Class<?> type) {
        return Stream.of(type.getInterfaces())
                .filter(Class::isSealed)
                .findFirst()
                .orElse(type);
    }
}
