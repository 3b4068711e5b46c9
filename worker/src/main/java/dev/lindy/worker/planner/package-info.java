/** The program of {@code planner.mode: api}, entered by {@link dev.lindy.worker.planner.ApiPlannerMain}. */
@NullMarked
package dev.lindy.worker.planner;

import org.jspecify.annotations.NullMarked;
