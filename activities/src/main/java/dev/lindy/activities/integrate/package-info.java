/** Bringing accepted work to the goal branch, entered by {@link dev.lindy.activities.integrate.MergeTrain}. */
@NullMarked
package dev.lindy.activities.integrate;

import org.jspecify.annotations.NullMarked;
