package dev.lindy.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.lindy.document.WholeRecord;
import dev.lindy.state.PrivateFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records as JSON files. Its own mapper, because this package knows no Temporal. */
final class RecordJson {

    private static final Logger log = LoggerFactory.getLogger(RecordJson.class);

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private RecordJson() {}

    static void write(Path file, Object value) {
        try {
            PrivateFiles.replace(file, MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("could not write `" + file + "` as JSON", e);
        }
    }

    /** The value, or empty where the file is missing, torn or not of this form. */
    static <T> Optional<T> read(Path file, Class<T> type) {
        return PrivateFiles.read(file).flatMap(text -> parse(file, text, type));
    }

    private static <T> Optional<T> parse(Path file, String text, Class<T> type) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, type)).map(WholeRecord::require);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Jackson quotes the text, which holds the program's environment.
            log.warn("could not read record, file={}: {}", file, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
