/** The model itself as planner, entered by {@link dev.lindy.activities.agent.api.ApiQuestion}; no agent CLI is in between. */
@NullMarked
package dev.lindy.activities.agent.api;

import org.jspecify.annotations.NullMarked;
