package dev.lindy.payload;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.temporal.common.converter.DataConverter;
import java.util.List;
import java.util.Map;

/**
 * How records become Temporal payloads and files: JSON, ISO times, unknown fields ignored so that an
 * older Worker reads what a newer one wrote, and absent lists empty so that a newer one reads what an older
 * one wrote.
 */
public final class Payloads {

    private static final JsonSetter.Value EMPTY_WHERE_ABSENT = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

    /** One for all: what it learns of a type, it learns once. */
    private static final ObjectMapper MAPPER = make();

    private Payloads() {}

    /** The mapper of every payload and of every JSON file that Lindy keeps for itself; not to be configured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static ObjectMapper make() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .withConfigOverride(List.class, lists -> lists.setSetterInfo(EMPTY_WHERE_ABSENT))
                .withConfigOverride(Map.class, maps -> maps.setSetterInfo(EMPTY_WHERE_ABSENT))
                .build();
    }

    public static DataConverter converter() {
        return TemporalConverter.ONE;
    }
}
