/** Implementations of the Activity contracts and how results of programs are read, entered by {@code ProgramReader}. */
@NullMarked
package dev.lindy.activities;

import org.jspecify.annotations.NullMarked;
