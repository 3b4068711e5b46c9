/** The journal of task tokens and what becomes of those of dead Workers, entered by {@link dev.lindy.worker.token.TokenStore}. */
@NullMarked
package dev.lindy.worker.token;

import org.jspecify.annotations.NullMarked;
