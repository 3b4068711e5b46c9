/** Where Lindy keeps its own files, entered by {@link dev.lindy.state.StateDirectory}; knows no Temporal. */
@NullMarked
package dev.lindy.state;

import org.jspecify.annotations.NullMarked;
