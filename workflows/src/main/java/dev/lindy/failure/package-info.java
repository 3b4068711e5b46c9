/** The closed list of failure types that cross Temporal, entered by {@link dev.lindy.failure.FailureType}. */
@NullMarked
package dev.lindy.failure;

import org.jspecify.annotations.NullMarked;
