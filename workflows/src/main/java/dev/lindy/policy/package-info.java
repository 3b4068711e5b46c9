/** Every limit with its default, bound and meaning, entered by {@link dev.lindy.policy.RunPolicy}. */
@NullMarked
package dev.lindy.policy;

import org.jspecify.annotations.NullMarked;
