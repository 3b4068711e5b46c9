package dev.lindy.cli.command;

import dev.lindy.engine.JavaRuntime;
import dev.lindy.engine.ManagedWorker;
import dev.lindy.state.StateDirectory;
import java.util.Map;

/** Whether an engine's Worker lives on this host, by its own record. */
final class WorkerSign {

    private WorkerSign() {}

    static boolean lives(StateDirectory state, String engine) {
        return new ManagedWorker(state, Map.of(), JavaRuntime.current())
                .running(engine)
                .isPresent();
    }
}
