/** Attempts by agents, entered by {@link dev.lindy.activities.attempt.Attempts}. */
@NullMarked
package dev.lindy.activities.attempt;

import org.jspecify.annotations.NullMarked;
