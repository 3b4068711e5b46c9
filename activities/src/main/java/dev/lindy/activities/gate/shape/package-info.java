/**
 * What the shape of a change is judged by: its files, their length, and what they import; entered by {@link
 * dev.lindy.activities.gate.shape.ChangeReader}.
 */
@NullMarked
package dev.lindy.activities.gate.shape;

import org.jspecify.annotations.NullMarked;
