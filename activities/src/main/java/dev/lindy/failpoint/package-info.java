/** Instants that only luck would reach, named for tests: see {@link dev.lindy.failpoint.FailPoint}. */
@NullMarked
package dev.lindy.failpoint;

import org.jspecify.annotations.NullMarked;
