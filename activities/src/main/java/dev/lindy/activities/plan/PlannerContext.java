package dev.lindy.activities.plan;

import dev.lindy.activity.PlanRequest;

/** What the reader of a planner's answer needs, kept in the program's record. */
record PlannerContext(PlanRequest request, String agent, String session) {}
