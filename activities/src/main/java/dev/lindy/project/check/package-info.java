/** What {@code lindy validate} finds in a project whose config can be read, entered by {@link dev.lindy.project.check.ProjectCheck}. */
@NullMarked
package dev.lindy.project.check;

import org.jspecify.annotations.NullMarked;
