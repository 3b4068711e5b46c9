package dev.lindy.cli.command;

import dev.lindy.run.RunId;
import dev.lindy.state.RunFiles;
import java.security.SecureRandom;

/** Gives out ids of runs. */
final class RunIds {

    private RunIds() {}

    /** A random id that no run of this host has. */
    static RunId next(RunFiles runs) {
        SecureRandom random = new SecureRandom();
        while (true) {
            String id = "%08x".formatted(random.nextInt());
            if (runs.ids(id).isEmpty()) {
                return RunId.of(id);
            }
        }
    }
}
