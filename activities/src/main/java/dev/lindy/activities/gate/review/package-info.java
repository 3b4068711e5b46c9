/** Gates that an agent answers by reading, entered by {@link dev.lindy.activities.gate.review.AgentGate}. */
@NullMarked
package dev.lindy.activities.gate.review;

import org.jspecify.annotations.NullMarked;
