package dev.lindy.activities.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is asked to do.
 *
 * @param prompt goes to standard input, never to the command line
 * @param newSession id to give a fresh conversation (a UUID), or null to let the agent choose
 * @param resumeSession conversation to go on with, or null for a fresh one
 * @param permissionMode as in the project config, for instance {@code bypassPermissions} or {@code plan}
 * @param jsonSchema schema of the structured answer, or null where prose is fine
 * @param maxTurns or null for no limit
 * @param maxBudgetUsd for this invocation, or null for no limit
 * @param environment the caller's, to look the executable up and to decide on flags
 */
public record AgentRequest(
        String prompt,
        @Nullable String newSession,
        @Nullable String resumeSession,
        String permissionMode,
        @Nullable String jsonSchema,
        @Nullable Integer maxTurns,
        @Nullable Double maxBudgetUsd,
        @Nullable String model,
        Map<String, String> environment) {}
