/** Messages between modules, entered by {@link dev.lindy.project.mailbox.Mailbox}; the files are the original's. */
@NullMarked
package dev.lindy.project.mailbox;

import org.jspecify.annotations.NullMarked;
