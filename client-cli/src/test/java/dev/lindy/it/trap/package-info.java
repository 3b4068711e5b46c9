/** What tests put on the class path of the distribution, as a jar of its own. */
@NullMarked
package dev.lindy.it.trap;

import org.jspecify.annotations.NullMarked;
