/** The gate that a CI service answers, entered by {@link dev.lindy.activities.ci.CiGate}; waits for nothing. */
@NullMarked
package dev.lindy.activities.ci;

import org.jspecify.annotations.NullMarked;
