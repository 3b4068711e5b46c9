/** opencode, entered by {@link dev.lindy.activities.agent.opencode.OpencodeCli}. */
@NullMarked
package dev.lindy.activities.agent.opencode;

import org.jspecify.annotations.NullMarked;
