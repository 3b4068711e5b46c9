/** Any program as an agent, entered by {@link dev.lindy.activities.agent.command.CommandAgent}. */
@NullMarked
package dev.lindy.activities.agent.command;

import org.jspecify.annotations.NullMarked;
