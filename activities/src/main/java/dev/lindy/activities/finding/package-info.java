/** What tools say is wrong, as data, entered by {@link dev.lindy.activities.finding.Findings}; how it is read does not belong here. */
@NullMarked
package dev.lindy.activities.finding;

import org.jspecify.annotations.NullMarked;
