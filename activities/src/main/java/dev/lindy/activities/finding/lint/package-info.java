/** Readers of what compilers, linters and crashes print, each a {@link dev.lindy.activities.finding.LineReader}. */
@NullMarked
package dev.lindy.activities.finding.lint;

import org.jspecify.annotations.NullMarked;
