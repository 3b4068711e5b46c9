package dev.lindy.document;

import org.jspecify.annotations.Nullable;

/** A document, or the one reason why a text is none: exactly one of the two is there. */
public record DocumentReading(
        @Nullable SourceDocument document, @Nullable DocumentProblem problem) {}
