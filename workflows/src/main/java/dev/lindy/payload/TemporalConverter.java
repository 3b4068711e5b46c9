package dev.lindy.payload;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/** Apart from {@link Payloads}, so that those who only read files load nothing of Temporal. */
final class TemporalConverter {

    private TemporalConverter() {}

    static DataConverter of(ObjectMapper mapper) {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper));
    }
}
