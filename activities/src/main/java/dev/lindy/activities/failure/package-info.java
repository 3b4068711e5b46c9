/** How exceptions leave Activities, entered by {@link dev.lindy.activities.failure.FailureMapping}; knows no Activity. */
@NullMarked
package dev.lindy.activities.failure;

import org.jspecify.annotations.NullMarked;
