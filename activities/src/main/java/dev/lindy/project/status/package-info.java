/** STATUS.md, entered by {@link dev.lindy.project.status.StatusReader}; knows no Temporal and no git. */
@NullMarked
package dev.lindy.project.status;

import org.jspecify.annotations.NullMarked;
