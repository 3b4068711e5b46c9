package dev.lindy.worker;

import dev.lindy.engine.HostId;
import dev.lindy.engine.WorkerFile;
import dev.lindy.engine.WorkerFolder;
import dev.lindy.engine.WorkerIdentity;
import dev.lindy.payload.Payloads;
import dev.lindy.process.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells commands on this host that the Worker is there: {@code worker.json}, or a file of its own where another
 * living Worker of the engine has that.
 */
final class WorkerPresence implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerPresence.class);
    private static final String RECORD = "worker.json";

    private final WorkerFolder folder;
    private final ProcessIdentity process;
    private final Path file;
    private final WorkerPulse pulse;

    private WorkerPresence(WorkerFolder folder, ProcessIdentity process, Path file) {
        this.folder = folder;
        this.process = process;
        this.file = file;
        this.pulse = new WorkerPulse(folder, process.pid());
    }

    static WorkerPresence announce(WorkerArguments arguments, HostId host, ProcessIdentity process, Instant now) {
        WorkerFolder folder = WorkerFolder.of(arguments.state(), arguments.engine());
        Path usual = folder.root().resolve(RECORD);
        boolean isTaken = isOfAnother(usual, process);
        Path file = isTaken ? folder.root().resolve("worker-" + process.pid() + ".json") : usual;
        WorkerFile content = new WorkerFile(
                process.pid(),
                process.startTime(),
                new WorkerIdentity(host, process).toString(),
                host.value(),
                arguments.engine(),
                arguments.address(),
                arguments.namespace(),
                System.getProperty("java.class.path"),
                now);
        try {
            Files.createDirectories(
                    folder.root(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path draft = Files.createTempFile(folder.root(), "worker", ".tmp");
            Files.write(draft, Payloads.mapper().writeValueAsBytes(content));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
        WorkerPresence presence = new WorkerPresence(folder, process, file);
        presence.pulse.start();
        return presence;
    }

    private static boolean isOfAnother(Path file, ProcessIdentity process) {
        try {
            WorkerFile other = Payloads.mapper().readValue(Files.readAllBytes(file), WorkerFile.class);
            return other.pid() != process.pid() && other.isAlive();
        } catch (IOException e) {
            return false;
        }
    }

    Path file() {
        return file;
    }

    /** Tells starters that work is taken now; they wait for the Worker that has the usual record. */
    void ready() {
        if (file.endsWith(RECORD)) {
            folder.markReady(process.pid());
        }
    }

    @Override
    public void close() {
        pulse.close();
        try {
            if (!isOfAnother(file, process)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("could not remove the Worker's record file={} cause={}", file, e.toString());
        }
    }
}
