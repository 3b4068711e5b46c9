/**
 * The local engine: which Temporal server a command talks to, the managed server and the managed Worker,
 * entered by {@link dev.lindy.engine.Engines}; knows no Temporal class and speaks no gRPC.
 */
@NullMarked
package dev.lindy.engine;

import org.jspecify.annotations.NullMarked;
