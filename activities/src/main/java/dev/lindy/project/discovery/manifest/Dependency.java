package dev.lindy.project.discovery.manifest;

import dev.lindy.project.discovery.tree.Place;
import org.jspecify.annotations.Nullable;

/**
 * Something that a manifest asks for.
 *
 * @param name as the ecosystem writes it, for instance {@code com.acme:core} or {@code @acme/core}
 * @param folder of the project that it is taken from, or null where it comes from elsewhere or is found by name
 */
public record Dependency(String name, @Nullable String folder, Place place) {}
