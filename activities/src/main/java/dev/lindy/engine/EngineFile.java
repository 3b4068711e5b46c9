package dev.lindy.engine;

import dev.lindy.process.ProcessIdentity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What {@code engine.json} says about the managed server. It stays after the server's end, so that the
 * next one has the same ports.
 *
 * @param kind always {@code managed}
 * @param pid 0 before the first start
 * @param startTime of the process, as {@link ProcessIdentity} writes it
 * @param address host and port for gRPC
 * @param cliVersion version of the Temporal CLI, for instance {@code 1.9.1}
 */
public record EngineFile(
        String kind,
        long pid,
        String startTime,
        String address,
        Ports ports,
        String namespace,
        String cliVersion,
        Path binary,
        Instant startedAt) {

    /** The Web UI's page of our namespace. */
    public String uiUrl() {
        return "http://127.0.0.1:" + ports.ui() + "/namespaces/" + namespace;
    }

    /** Whether the recorded process lives; it may be too young or too sick to answer. */
    boolean isAlive() {
        return pid > 0 && new ProcessIdentity(pid, startTime).isAlive();
    }

    EngineFile startedAs(ProcessIdentity process, Instant now) {
        return new EngineFile(
                kind, process.pid(), process.startTime(), address, ports, namespace, cliVersion, binary, now);
    }

    static Optional<EngineFile> read(Path file) {
        return JsonFile.read(file, EngineFile.class);
    }

    void write(Path file) {
        JsonFile.write(file, this);
    }
}
