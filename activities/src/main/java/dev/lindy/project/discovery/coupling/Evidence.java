package dev.lindy.project.discovery.coupling;

import dev.lindy.project.discovery.tree.Place;

/**
 * One place that shows a coupling.
 *
 * @param text what is written there that counts: the name of a dependency, or what is imported
 */
public record Evidence(Place place, String text) {}
