package dev.lindy.architecture.control.b;

import dev.lindy.architecture.control.a.One;

/** The other half of a cycle. */
public record Other(One one) {}
