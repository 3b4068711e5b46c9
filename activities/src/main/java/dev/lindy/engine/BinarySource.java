package dev.lindy.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the managed server's executable comes from. */
public interface BinarySource {

    /**
     * Finds an executable, and downloads one where none is found.
     *
     * @param version the one that made the database, or null where there is no database; another one is
     *     returned only where this one cannot be had
     * @param progress told what takes long
     * @throws EngineException where there is none
     */
    TemporalBinary find(@Nullable String version, Consumer<String> progress);
}
