package dev.lindy.engine;

import dev.lindy.process.ProcessIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code worker.json} says about the Worker of one engine on this host.
 *
 * @param startTime of the process, as {@link ProcessIdentity} writes it
 * @param identity as Temporal shows it
 * @param host id of this host
 * @param engine id of its engine
 * @param address that it was started with
 * @param classPath of the code that it runs
 */
public record WorkerFile(
        long pid,
        String startTime,
        String identity,
        String host,
        String engine,
        String address,
        String namespace,
        String classPath,
        Instant startedAt) {

    public boolean isAlive() {
        return process().isAlive();
    }

    ProcessIdentity process() {
        return new ProcessIdentity(pid, startTime);
    }

    static Optional<WorkerFile> read(Path file) {
        return JsonFile.read(file, WorkerFile.class);
    }

    void write(Path file) {
        JsonFile.write(file, this);
    }
}
