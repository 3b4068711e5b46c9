/** Which modules need which, with evidence, entered by {@link dev.lindy.project.discovery.coupling.Couplings}. */
@NullMarked
package dev.lindy.project.discovery.coupling;

import org.jspecify.annotations.NullMarked;
