package dev.lindy.cli.command;

import dev.lindy.engine.JavaRuntime;
import dev.lindy.engine.ManagedWorker;
import dev.lindy.state.StateDirectory;
import java.util.Map;

/** Whether an engine's Worker lives and gets to run on this host, by its own records. */
final class WorkerSign {

    private WorkerSign() {}

    static boolean lives(StateDirectory state, String engine) {
        ManagedWorker worker = new ManagedWorker(state, Map.of(), JavaRuntime.current());
        return worker.running(engine).filter(file -> !worker.isFrozen(file)).isPresent();
    }
}
