/** The distribution's own processes against a real Temporal server, real git and real programs. */
@NullMarked
package dev.lindy.it;

import org.jspecify.annotations.NullMarked;
