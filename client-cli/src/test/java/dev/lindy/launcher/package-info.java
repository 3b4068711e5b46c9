/** Tests of the script {@code lindy}, which has no Java of its own. */
@NullMarked
package dev.lindy.launcher;

import org.jspecify.annotations.NullMarked;
