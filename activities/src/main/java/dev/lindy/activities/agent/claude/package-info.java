/**
 * Claude Code and its {@code stream-json} dialect, entered by {@link dev.lindy.activities.agent.claude.ClaudeCli} and
 * {@link dev.lindy.activities.agent.claude.StreamReading}.
 */
@NullMarked
package dev.lindy.activities.agent.claude;

import org.jspecify.annotations.NullMarked;
