/** Brings generated files into a project without losing what is there, entered by {@link dev.lindy.project.discovery.merge.Delivery}. */
@NullMarked
package dev.lindy.project.discovery.merge;

import org.jspecify.annotations.NullMarked;
