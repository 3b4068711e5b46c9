package dev.lindy.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.document.WholeRecord;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Small records on disk; a reader sees the old or the new one, never half of it. */
final class JsonFile {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    private JsonFile() {}

    /** Empty where there is none, or where it cannot be understood: these records can be made again. */
    static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.ofNullable(Payloads.mapper().readValue(Files.readAllBytes(file), type))
                    .map(WholeRecord::require);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            LOG.warn("ignored a damaged record file={} cause={}", file, e.getOriginalMessage());
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            LOG.warn("ignored a damaged record file={} cause={}", file, e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    static void write(Path file, Object value) {
        try {
            Path folder = PrivateFolders.create(file.toAbsolutePath().getParent());
            Path temporary = Files.createTempFile(folder, file.getFileName().toString(), ".tmp");
            try {
                Files.write(temporary, Payloads.mapper().writeValueAsBytes(value));
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }
}
