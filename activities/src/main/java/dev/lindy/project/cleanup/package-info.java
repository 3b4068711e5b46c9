/**
 * What old runs, sessions and logs leave behind and how it goes away, entered by {@link
 * dev.lindy.project.cleanup.Cleanup}. Nothing that is the only copy of somebody's work is ever a candidate.
 */
@NullMarked
package dev.lindy.project.cleanup;

import org.jspecify.annotations.NullMarked;
