/** Session files and the action log, in the original's fields plus ids, entered by {@link dev.lindy.project.session.SessionFile}. */
@NullMarked
package dev.lindy.project.session;

import org.jspecify.annotations.NullMarked;
