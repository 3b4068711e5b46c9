/** Text from outside, made harmless, entered by {@link dev.lindy.text.SafeText}; knows nothing else of Lindy. */
@NullMarked
package dev.lindy.text;

import org.jspecify.annotations.NullMarked;
