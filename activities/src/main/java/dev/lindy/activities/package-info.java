/** What all Activities share: who waits for a program and who reads its result. */
@NullMarked
package dev.lindy.activities;

import org.jspecify.annotations.NullMarked;
