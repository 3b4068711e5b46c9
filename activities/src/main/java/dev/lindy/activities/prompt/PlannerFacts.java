package dev.lindy.activities.prompt;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the planner is told about the project.
 *
 * @param architecture text of ARCHITECTURE.md, or empty
 * @param contracts text of CONTRACTS.md, or empty
 * @param gates the gates that can be used, in the order to show
 * @param requests open requests between modules, one line each
 * @param maxTasks most tasks that a plan may hold
 * @param today in UTC
 */
public record PlannerFacts(
        String project,
        List<Module> modules,
        String architecture,
        String contracts,
        List<Gate> gates,
        List<String> requests,
        String goal,
        int maxTasks,
        LocalDate today) {

    public PlannerFacts {
        modules = List.copyOf(modules);
        gates = List.copyOf(gates);
        requests = List.copyOf(requests);
    }

    /**
     * One configured module.
     *
     * @param path below the project root
     * @param about role or repository, one line, may be empty
     * @param status summary of its STATUS.md, Markdown, or a note that there is none
     */
    public record Module(String name, String path, String about, String status) {}

    /**
     * A gate that can be used.
     *
     * @param about what it checks, one line
     * @param params what each parameter means, by name; empty where it takes none
     */
    public record Gate(String name, String about, Map<String, String> params) {
        public Gate {
            params = Collections.unmodifiableMap(new TreeMap<>(params));
        }
    }
}
