package dev.lindy.engine;

import java.nio.file.Path;

/**
 * An executable of the Temporal CLI that answered when asked for its version.
 *
 * @param version of the CLI, for instance {@code 1.9.1}
 */
public record TemporalBinary(Path path, String version) {}
