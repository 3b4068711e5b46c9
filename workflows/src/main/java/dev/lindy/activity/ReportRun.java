package dev.lindy.activity;

import dev.lindy.run.RunHeader;

/** The header that the report ends with; the tasks are in the projection. */
public record ReportRun(RunRef run, RunHeader header) {}
