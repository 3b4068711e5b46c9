/** Merging two versions of a STATUS.md row by row, entered by {@link dev.lindy.project.status.merge.StatusMerge}; no I/O. */
@NullMarked
package dev.lindy.project.status.merge;

import org.jspecify.annotations.NullMarked;
