/** Codex, entered by {@link dev.lindy.activities.agent.codex.CodexCli}. */
@NullMarked
package dev.lindy.activities.agent.codex;

import org.jspecify.annotations.NullMarked;
