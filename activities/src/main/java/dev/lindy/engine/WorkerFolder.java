package dev.lindy.engine;

import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/** Where the Worker of one engine keeps its files: {@code worker/<engine>} in the state directory. */
public record WorkerFolder(Path root) {

    private static final String RECORD = "worker.json";

    /** The folder for an engine's id. */
    public static WorkerFolder of(StateDirectory state, String engine) {
        return new WorkerFolder(state.worker().resolve(engine));
    }

    Path record() {
        return root.resolve(RECORD);
    }

    /** Nothing but {@link PatientLock} may open it. */
    Path lock() {
        return root.resolve("start.lock");
    }

    /** Left by {@code down}: nobody but a command of the user may start the Worker again. */
    Path stopped() {
        return root.resolve("stopped");
    }

    Path log() {
        return root.resolve("worker.log");
    }

    /** Tells starters that the Worker with this pid takes work now. Called by that Worker. */
    public void markReady(long pid) {
        try {
            Files.writeString(PrivateFolders.create(root).resolve("ready"), Long.toString(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + root.resolve("ready"), e);
        }
    }

    boolean isReady(long pid) {
        try {
            return Files.readString(root.resolve("ready")).equals(Long.toString(pid));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + root.resolve("ready"), e);
        }
    }

    void clearReady() throws IOException {
        Files.deleteIfExists(root.resolve("ready"));
    }

    /** Shows that the Worker with this pid gets to run. Called by that Worker, once a second. */
    public void beat(long pid) {
        Path pulse = pulse(pid);
        try {
            if (Files.exists(pulse)) {
                Files.setLastModifiedTime(pulse, FileTime.from(Instant.now()));
            } else {
                Files.write(PrivateFolders.create(root).resolve(pulse.getFileName()), new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + pulse, e);
        }
    }

    /** When the Worker with this pid last got to run; empty where it has shown nothing yet. */
    Optional<Instant> lastBeat(long pid) {
        try {
            return Optional.of(Files.getLastModifiedTime(pulse(pid)).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Removes the sign of life of a Worker that ends or has died. */
    public void clearBeat(long pid) {
        try {
            Files.deleteIfExists(pulse(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("could not remove " + pulse(pid), e);
        }
    }

    private Path pulse(long pid) {
        return root.resolve("pulse-" + pid);
    }
}
