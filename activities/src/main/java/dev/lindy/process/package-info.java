/** Launching, recording, watching and ending other programs, entered by {@code Programs}; knows no agents, gates or git. */
@NullMarked
package dev.lindy.process;

import org.jspecify.annotations.NullMarked;
