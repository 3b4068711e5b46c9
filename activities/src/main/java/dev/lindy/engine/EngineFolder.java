package dev.lindy.engine;

import dev.lindy.state.StateDirectory;
import java.nio.file.Path;

/** Where the managed server keeps its files. */
record EngineFolder(Path root) {

    static EngineFolder of(StateDirectory state) {
        return new EngineFolder(state.engine());
    }

    Path record() {
        return root.resolve("engine.json");
    }

    /** Nothing but {@link PatientLock} may open it. */
    Path lock() {
        return root.resolve("engine.lock");
    }

    /** Left by {@code down}: nobody but a command of the user may start the server again. */
    Path stopped() {
        return root.resolve("stopped");
    }

    Path database() {
        return root.resolve("temporal.db");
    }

    /** Version of the Temporal CLI that made the database: there are no schema migrations. */
    Path databaseVersion() {
        return root.resolve("temporal.db.version");
    }

    Path log() {
        return root.resolve("temporal.log");
    }
}
