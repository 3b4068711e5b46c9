/** The one data converter of every client and Worker, entered by {@link dev.lindy.payload.Payloads}. */
@NullMarked
package dev.lindy.payload;

import org.jspecify.annotations.NullMarked;
