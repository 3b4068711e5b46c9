/** The only user of Temporal's client besides the Worker, entered by {@link dev.lindy.cli.client.GoalClient}. */
@NullMarked
package dev.lindy.cli.client;

import org.jspecify.annotations.NullMarked;
