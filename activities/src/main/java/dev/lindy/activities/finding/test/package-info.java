/** One reader for each test runner, each a {@link dev.lindy.activities.finding.LineReader}; compilers and linters do not belong here. */
@NullMarked
package dev.lindy.activities.finding.test;

import org.jspecify.annotations.NullMarked;
