/** Showing a run while it goes on, entered by {@link dev.lindy.cli.watch.RunWatcher}; changes nothing in it. */
@NullMarked
package dev.lindy.cli.watch;

import org.jspecify.annotations.NullMarked;
