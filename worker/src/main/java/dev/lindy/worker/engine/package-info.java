/** What the Worker says to the Temporal server besides polling, entered by {@link dev.lindy.worker.engine.EngineSession}. */
@NullMarked
package dev.lindy.worker.engine;

import org.jspecify.annotations.NullMarked;
