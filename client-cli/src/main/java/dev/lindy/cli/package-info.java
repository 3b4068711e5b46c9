/** The {@code lindy} command, entered by {@link dev.lindy.cli.Main}; no behavior of its own. */
@NullMarked
package dev.lindy.cli;

import org.jspecify.annotations.NullMarked;
