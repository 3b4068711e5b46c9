/** Edits of STATUS.md that touch nothing else, entered by {@link dev.lindy.project.status.edit.StatusEditor}; no I/O. */
@NullMarked
package dev.lindy.project.status.edit;

import org.jspecify.annotations.NullMarked;
