/** What a project's documents say against what its folders hold, entered by {@link dev.lindy.project.scan.Scan}. */
@NullMarked
package dev.lindy.project.scan;

import org.jspecify.annotations.NullMarked;
