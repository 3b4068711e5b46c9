/** What every agent has to pass, entered by {@link dev.lindy.activities.agent.conformance.ConformanceTest}. */
@NullMarked
package dev.lindy.activities.agent.conformance;

import org.jspecify.annotations.NullMarked;
