package dev.lindy.state;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.lindy.document.WholeRecord;
import dev.lindy.payload.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON files of one type and keeps what has not changed since, for views that look ten times a second. */
final class JsonCache<T> {

    private final ObjectReader reader;
    private final Class<T> type;
    private final Map<Path, Entry<T>> entries = new HashMap<>();

    JsonCache(Class<T> type) {
        this.type = type;
        this.reader = Payloads.mapper().readerFor(type);
    }

    T read(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Stamp stamp = new Stamp(now.fileKey(), now.lastModifiedTime(), now.size());
        Entry<T> known = entries.get(file);
        if (known != null && known.stamp().equals(stamp)) {
            return known.value();
        }
        Object value = reader.readValue(Files.readAllBytes(file));
        if (value == null) {
            throw new IOException("file holds null");
        }
        T fresh = WholeRecord.require(type.cast(value));
        entries.put(file, new Entry<>(stamp, fresh));
        return fresh;
    }

    private record Stamp(@Nullable Object key, FileTime modified, long size) {}

    private record Entry<T>(Stamp stamp, T value) {}
}
