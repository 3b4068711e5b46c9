package dev.lindy.activities.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is asked to do.
 *
 * @param prompt goes to standard input or a file, never to the command line
 * @param newSession id to give a fresh conversation (a UUID), or null to let the agent choose
 * @param resumeSession conversation to go on with, or null for a fresh one
 * @param permissionMode as in the project config, for instance {@code bypassPermissions} or {@code plan}
 * @param jsonSchema schema of the structured answer, or null where prose is fine
 * @param maxTurns or null for no limit
 * @param maxBudgetUsd for this invocation, or null for no limit
 * @param model as the agent names it, or null for its own choice
 * @param environment the caller's, to look the executable up and to decide on flags
 * @param effort how hard to think, as the agent names it, or null for its own choice
 * @param place where it works, or null where the agent does without
 * @param template command line of the agent {@code command}, else empty
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
        Map<String, String> environment,
        @Nullable String effort,
        @Nullable AgentPlace place,
        List<String> template) {

    /** The permission mode that reads and changes nothing. */
    public static final String READ_ONLY = "plan";

    public AgentRequest {
        template = List.copyOf(template);
    }

    /** A request that leaves effort, place and template open. */
    public AgentRequest(
            String prompt,
            @Nullable String newSession,
            @Nullable String resumeSession,
            String permissionMode,
            @Nullable String jsonSchema,
            @Nullable Integer maxTurns,
            @Nullable Double maxBudgetUsd,
            @Nullable String model,
            Map<String, String> environment) {
        this(
                prompt,
                newSession,
                resumeSession,
                permissionMode,
                jsonSchema,
                maxTurns,
                maxBudgetUsd,
                model,
                environment,
                null,
                null,
                List.of());
    }

    /** The same request to an agent at work in a place. */
    public AgentRequest at(AgentPlace where) {
        return new AgentRequest(
                prompt,
                newSession,
                resumeSession,
                permissionMode,
                jsonSchema,
                maxTurns,
                maxBudgetUsd,
                model,
                environment,
                effort,
                where,
                template);
    }

    public boolean isReadOnly() {
        return permissionMode.equals(READ_ONLY);
    }
}
