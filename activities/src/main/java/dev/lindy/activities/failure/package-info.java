/** Exceptions of Activities and how they become failure types, entered by {@link dev.lindy.activities.failure.LindyException}. */
@NullMarked
package dev.lindy.activities.failure;

import org.jspecify.annotations.NullMarked;
