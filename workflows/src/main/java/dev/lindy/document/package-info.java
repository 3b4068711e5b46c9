/**
 * YAML and JSON text as a tree that knows its lines, entered by {@link dev.lindy.document.DocumentReader}; knows no
 * plan and no config, does no I/O.
 */
@NullMarked
package dev.lindy.document;

import org.jspecify.annotations.NullMarked;
