package dev.lindy.cli.command;

import org.jspecify.annotations.Nullable;

/** What the command line says about the server; null where it says nothing. */
public record EngineChoiceOptions(
        @Nullable String address, @Nullable String namespace) {}
