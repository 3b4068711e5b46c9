package dev.lindy.process;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the disk knows of a program.
 *
 * @param folder the record's own folder, unique per key
 * @param pid null while queued or where nothing ran
 */
public record ProgramRecord(
        ProgramSpec spec,
        Path folder,
        Instant requestedAt,
        @Nullable Long pid) {}
