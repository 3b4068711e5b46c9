/** The durable part, entered by {@link dev.lindy.workflow.GoalWorkflow}; nothing here may break replay. */
@NullMarked
package dev.lindy.workflow;

import org.jspecify.annotations.NullMarked;
