/** Reads whole outputs and report files, entered by {@link dev.lindy.activities.finding.output.ToolOutput}. */
@NullMarked
package dev.lindy.activities.finding.output;

import org.jspecify.annotations.NullMarked;
