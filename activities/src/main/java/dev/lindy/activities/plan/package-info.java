/** Plans from the planner and from files, entered by {@link dev.lindy.activities.plan.Planning}. */
@NullMarked
package dev.lindy.activities.plan;

import org.jspecify.annotations.NullMarked;
