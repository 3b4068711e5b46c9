package dev.lindy.engine;

import dev.lindy.state.StateDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of the managed Worker. */
final class WorkerCommand {

    static final String MAIN = "dev.lindy.worker.WorkerMain";
    private static final String DEFAULT_HEAP = "1g";

    private WorkerCommand() {}

    static List<String> of(
            JavaRuntime java, EngineChoice engine, StateDirectory state, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(java.executable()));
        command.add(marker(state, engine.id()));
        command.addAll(java.quietFlags());
        command.add("-Xmx" + heap(environment));
        // It waits more than it computes: the second compiler and parallel collectors would cost more than they bring.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(java.archiveFlags());
        // A Worker without memory is replaced: half of one would only look alive.
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(List.of("-cp", java.classPath(), MAIN));
        command.addAll(List.of("--address", engine.requireAddress(), "--namespace", engine.namespace()));
        command.addAll(List.of("--engine", engine.id(), "--state", state.root().toString()));
        return List.copyOf(command);
    }

    /** Names the Worker in lists of processes; first, as a long command line may be cut there. */
    static String marker(StateDirectory state, String engine) {
        return "-Dlindy.worker=" + state.root() + "#" + engine;
    }

    private static String heap(Map<String, String> environment) {
        String heap = environment.getOrDefault("LINDY_WORKER_XMX", "").strip();
        if (heap.isEmpty()) {
            return DEFAULT_HEAP;
        }
        if (!heap.matches("[1-9][0-9]*[kKmMgG]?")) {
            throw new EngineException(
                    "could not start the Worker: LINDY_WORKER_XMX is `" + heap + "`, expected for instance `1g`",
                    "unset LINDY_WORKER_XMX or give a number with `m` or `g`");
        }
        return heap;
    }
}
