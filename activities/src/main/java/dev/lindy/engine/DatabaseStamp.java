package dev.lindy.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the version of the Temporal CLI beside the database it made: the dev server never migrates its
 * schema, so another version may read it wrongly.
 */
record DatabaseStamp(EngineFolder folder) {

    /** The version that made the database, or null where there is none or nobody knows. */
    @Nullable
    String version() throws IOException {
        if (!Files.exists(folder.database())) {
            return null;
        }
        try {
            String version = Files.readString(folder.databaseVersion()).strip();
            return version.isEmpty() ? null : version;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Refuses a binary that did not make the database; stamps a database that is about to be made. */
    void require(TemporalBinary binary) throws IOException {
        String made = version();
        if (made == null) {
            Files.write(folder.databaseVersion(), (binary.version() + "\n").getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (!made.equals(binary.version())) {
            throw new EngineException(
                    "could not start the Temporal server: its database `%s` was made by Temporal %s, but `%s` is %s"
                            .formatted(folder.database(), made, binary.path(), binary.version()),
                    "set LINDY_TEMPORAL_BIN to a `temporal` of version %s, or move `%s*` away to begin with an empty one (`lindy resume <run>` goes on with unfinished runs)"
                            .formatted(made, folder.database()));
        }
    }
}
