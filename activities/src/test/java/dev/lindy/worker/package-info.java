/** A stand-in for the Worker's process. */
@NullMarked
package dev.lindy.worker;

import org.jspecify.annotations.NullMarked;
