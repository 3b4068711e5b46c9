/** A model endpoint on loopback for the real Claude Code CLI, entered by {@link dev.lindy.activities.agent.model.ScriptedModel}. */
@NullMarked
package dev.lindy.activities.agent.model;

import org.jspecify.annotations.NullMarked;
