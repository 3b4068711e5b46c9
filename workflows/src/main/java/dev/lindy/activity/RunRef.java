package dev.lindy.activity;

import dev.lindy.run.RunId;

/**
 * What every request says about the run it belongs to.
 *
 * @param projectRoot absolute path of the folder that holds the project config
 */
public record RunRef(RunId run, String workflowId, String projectRoot) {}
