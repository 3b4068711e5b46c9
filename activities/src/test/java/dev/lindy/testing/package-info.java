/** What tests of several modules share. */
@NullMarked
package dev.lindy.testing;

import org.jspecify.annotations.NullMarked;
