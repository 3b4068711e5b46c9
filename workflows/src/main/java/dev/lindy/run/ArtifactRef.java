package dev.lindy.run;

/**
 * A file in a run's evidence folder that is too large for Temporal.
 *
 * @param path relative to the evidence folder, {@code /} between parts
 * @param sha256 of the content, lower-case hex
 */
public record ArtifactRef(String path, String sha256, long bytes) {}
