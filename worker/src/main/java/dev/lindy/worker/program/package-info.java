/** Programs and the Activities that wait for them, entered by {@link dev.lindy.worker.program.ProgramCompletions}. */
@NullMarked
package dev.lindy.worker.program;

import org.jspecify.annotations.NullMarked;
