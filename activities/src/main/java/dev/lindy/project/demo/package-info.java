/** The throw-away project of {@code lindy demo}, entered by {@link dev.lindy.project.demo.DemoProject}. */
@NullMarked
package dev.lindy.project.demo;

import org.jspecify.annotations.NullMarked;
