/** Branches at a remote, entered by {@link dev.lindy.activities.git.remote.Remote}; knows no gate. */
@NullMarked
package dev.lindy.activities.git.remote;

import org.jspecify.annotations.NullMarked;
