package dev.lindy.process;

/**
 * The Activity that waits for a program.
 *
 * @param taskToken base64; a newer Activity attempt brings a newer one
 */
public record ProgramOwner(
        String namespace, String workflowId, String workflowRunId, String activityId, String taskToken) {}
