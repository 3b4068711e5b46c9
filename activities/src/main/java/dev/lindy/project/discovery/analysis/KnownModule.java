package dev.lindy.project.discovery.analysis;

/**
 * A module that somebody has named already.
 *
 * @param path relative to the project root; empty for the root
 */
public record KnownModule(String name, String path) {}
