/** What a command tells a person who has to act, entered by {@link dev.lindy.cli.problem.UserProblem}; prints nothing. */
@NullMarked
package dev.lindy.cli.problem;

import org.jspecify.annotations.NullMarked;
