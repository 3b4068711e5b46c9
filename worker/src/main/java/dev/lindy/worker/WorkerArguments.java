package dev.lindy.worker;

import dev.lindy.state.StateDirectory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which engine the Worker serves, from the command line.
 *
 * @param engine id of the engine, names its folders
 * @param managed whether the server is ours to restart
 */
public record WorkerArguments(String address, String namespace, String engine, StateDirectory state, boolean managed) {

    private static final String MANAGED = "managed";
    private static final List<String> NAMES = List.of("--address", "--namespace", "--engine", "--state");
    private static final String USAGE =
            "usage: WorkerMain --address HOST:PORT [--namespace NAME] [--engine ID] [--state DIR] [--managed]";

    /** Reads arguments; the state directory is the environment's where it is not named. */
    static WorkerArguments parse(List<String> arguments, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        boolean managed = false;
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (name.equals("--managed")) {
                managed = true;
            } else if (NAMES.contains(name) && i + 1 < arguments.size()) {
                values.put(name, arguments.get(++i));
            } else {
                throw new IllegalArgumentException("unexpected argument `%s`%n%s".formatted(name, USAGE));
            }
        }
        String address = require(values.getOrDefault("--address", environment.get("TEMPORAL_ADDRESS")));
        String namespace = values.getOrDefault("--namespace", "lindy");
        String id = (address + "_" + namespace).replaceAll("[^A-Za-z0-9._-]", "-");
        String engine = values.getOrDefault("--engine", managed ? MANAGED : id);
        String state = values.get("--state");
        return new WorkerArguments(
                address,
                namespace,
                engine,
                (state == null ? StateDirectory.from(environment) : new StateDirectory(Path.of(state))).secured(),
                managed || engine.equals(MANAGED));
    }

    private static String require(@Nullable String address) {
        if (address == null || address.isBlank()) {
            throw new IllegalArgumentException("missing `--address`%n%s".formatted(USAGE));
        }
        return address;
    }
}
