/** Finding or downloading the {@code temporal} executable, entered by {@link dev.lindy.engine.binary.BinaryFinder}. */
@NullMarked
package dev.lindy.engine.binary;

import org.jspecify.annotations.NullMarked;
