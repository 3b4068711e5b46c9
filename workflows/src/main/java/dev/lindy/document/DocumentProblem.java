package dev.lindy.document;

import org.jspecify.annotations.Nullable;

/**
 * Why a text is no document, or what in it is likely a slip.
 *
 * @param hint one action that could work, or null
 */
public record DocumentProblem(
        String message, Position position, @Nullable String hint) {}
