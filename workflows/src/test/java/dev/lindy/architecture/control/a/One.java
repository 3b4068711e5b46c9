package dev.lindy.architecture.control.a;

import dev.lindy.architecture.control.b.Other;

/** One half of a cycle, in a package that is not null-marked. */
public record One(Other other) {}
