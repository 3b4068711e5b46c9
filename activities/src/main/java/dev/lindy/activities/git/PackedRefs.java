package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file {@code packed-refs}, read again when it was replaced. */
final class PackedRefs {

    private static final NavigableMap<String, String> NONE = Collections.emptyNavigableMap();

    private final Path file;
    private @Nullable Stamp stamp;
    private NavigableMap<String, String> refs = NONE;

    /** Git replaces the file as a whole. */
    private record Stamp(@Nullable Object key, long changed, long size) {}

    PackedRefs(Path file) {
        this.file = file;
    }

    /** Ids by full name. */
    synchronized NavigableMap<String, String> all() {
        try {
            Stamp now = stamp();
            if (!now.equals(stamp)) {
                refs = parse();
                stamp = now;
            }
            return refs;
        } catch (NoSuchFileException none) {
            return NONE;
        } catch (IOException problem) {
            throw new UncheckedIOException("could not read " + file, problem);
        }
    }

    private Stamp stamp() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.fileKey(), attributes.lastModifiedTime().toMillis(), attributes.size());
    }

    private NavigableMap<String, String> parse() throws IOException {
        NavigableMap<String, String> found = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            // "# pack-refs …" and "^<id of what a tag means>" are no refs
            if (space > 0 && line.charAt(0) != '#' && line.charAt(0) != '^') {
                found.put(line.substring(space + 1), line.substring(0, space));
            }
        }
        return Collections.unmodifiableNavigableMap(found);
    }
}
