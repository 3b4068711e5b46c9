/** Gates, entered by {@link dev.lindy.activities.gate.Gates}. */
@NullMarked
package dev.lindy.activities.gate;

import org.jspecify.annotations.NullMarked;
