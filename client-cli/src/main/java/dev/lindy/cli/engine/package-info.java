/** What commands need of the engine, entered by {@link dev.lindy.cli.engine.EngineGate}; starts nothing itself. */
@NullMarked
package dev.lindy.cli.engine;

import org.jspecify.annotations.NullMarked;
