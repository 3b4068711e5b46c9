package dev.lindy.payload;

import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/** Apart from {@link Payloads}, so that those who only read files load nothing of Temporal. */
final class TemporalConverter {

    static final DataConverter ONE = DefaultDataConverter.newDefaultInstance()
            .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(Payloads.mapper()));

    private TemporalConverter() {}
}
