/** Puts the Activities together, entered by {@link dev.lindy.activities.assembly.LindyActivities}. */
@NullMarked
package dev.lindy.activities.assembly;

import org.jspecify.annotations.NullMarked;
