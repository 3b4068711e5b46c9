package dev.lindy.process;

import java.nio.file.Path;
import java.time.Duration;

/** A process that asks for a program and leaves. */
final class ProgramRequester {

    private ProgramRequester() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        ProgramSpecs specs = new ProgramSpecs(arguments[1], folder, Duration.ofMinutes(1), Duration.ofSeconds(1), null);
        ProgramStore store = new ProgramStore(folder.resolve("programs").resolve("engine"));
        new Programs(store, ProgramLimits.defaults())
                .request(specs.shell("shared", "echo x >> starts; while [ ! -e go ]; do sleep 0.05; done; exit 8"));
    }
}
