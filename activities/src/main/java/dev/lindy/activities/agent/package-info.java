/** Coding agents behind one interface, entered by {@link dev.lindy.activities.agent.Agent}; knows no Temporal and no git. */
@NullMarked
package dev.lindy.activities.agent;

import org.jspecify.annotations.NullMarked;
