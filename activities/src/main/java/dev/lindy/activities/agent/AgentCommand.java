package dev.lindy.activities.agent;

import java.util.List;
import java.util.Map;

/**
 * A command line without prompt and secrets.
 *
 * @param arguments executable first; holds no prompt and no secret
 * @param environment added to the caller's
 * @param stdin what the program reads
 */
public record AgentCommand(List<String> arguments, Map<String, String> environment, String stdin) {

    public AgentCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
