/** The files of an onboarded project as texts, entered by {@link dev.lindy.project.discovery.generate.Generator}; writes nothing. */
@NullMarked
package dev.lindy.project.discovery.generate;

import org.jspecify.annotations.NullMarked;
