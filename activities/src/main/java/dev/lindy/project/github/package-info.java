/** GitHub through the {@code gh} program, entered by {@link dev.lindy.project.github.GhApi}; knows no gate and no goal. */
@NullMarked
package dev.lindy.project.github;

import org.jspecify.annotations.NullMarked;
