/** Files of a project, which anybody may have put there, entered by {@link dev.lindy.project.file.ProjectFiles}. */
@NullMarked
package dev.lindy.project.file;

import org.jspecify.annotations.NullMarked;
