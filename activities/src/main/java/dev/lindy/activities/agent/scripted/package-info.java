/** The agent for demo and tests, entered by {@link dev.lindy.activities.agent.scripted.ScriptedAgent}. */
@NullMarked
package dev.lindy.activities.agent.scripted;

import org.jspecify.annotations.NullMarked;
