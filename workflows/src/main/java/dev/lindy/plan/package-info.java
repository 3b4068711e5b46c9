/** A goal and its tasks as data, entered by {@link dev.lindy.plan.PlanDocument}; no I/O, no Temporal. */
@NullMarked
package dev.lindy.plan;

import org.jspecify.annotations.NullMarked;
