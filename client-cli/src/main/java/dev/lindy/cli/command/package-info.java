/** One class per command; no Temporal type may appear in a field or signature here. */
@NullMarked
package dev.lindy.cli.command;

import org.jspecify.annotations.NullMarked;
