/**
 * Everything that talks to the git binary, entered by {@link dev.lindy.activities.git.Repository}; knows no Temporal,
 * no agent and no gate.
 */
@NullMarked
package dev.lindy.activities.git;

import org.jspecify.annotations.NullMarked;
