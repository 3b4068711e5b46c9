/** Gemini CLI, entered by {@link dev.lindy.activities.agent.gemini.GeminiCli}. */
@NullMarked
package dev.lindy.activities.agent.gemini;

import org.jspecify.annotations.NullMarked;
