/** What has happened in a run, entered by {@link dev.lindy.run.RunSnapshot}; no decisions, no Temporal. */
@NullMarked
package dev.lindy.run;

import org.jspecify.annotations.NullMarked;
