package dev.lindy.activities.agent;

import java.util.List;
import java.util.Map;

/** Asks an agent's executable about itself. Implemented by whoever may start programs. */
@FunctionalInterface
public interface CliProbe {

    /**
     * Runs a command with empty standard input for some seconds at most.
     *
     * @param environment all of it
     * @return standard output and standard error, at most 1 MiB; empty where the command could not be run
     */
    String run(List<String> command, Map<String, String> environment);
}
