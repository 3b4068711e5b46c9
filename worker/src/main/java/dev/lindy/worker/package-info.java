/** One process that runs Workflows and Activities and adopts programs, entered by {@code WorkerMain}; holds no business rules. */
@NullMarked
package dev.lindy.worker;

import org.jspecify.annotations.NullMarked;
