/** The run as a whole on this host, entered by {@link dev.lindy.activities.run.RunRecords}. */
@NullMarked
package dev.lindy.activities.run;

import org.jspecify.annotations.NullMarked;
