/** A project that an agent proposes from a description, entered by {@link dev.lindy.project.discovery.scaffold.ScaffoldAnswer}. */
@NullMarked
package dev.lindy.project.discovery.scaffold;

import org.jspecify.annotations.NullMarked;
