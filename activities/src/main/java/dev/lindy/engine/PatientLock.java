package dev.lindy.engine;

import dev.lindy.process.HostLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file lock between commands that waits for its turn.
 *
 * @param file nothing else may open it
 * @param limit of the wait
 * @param holder who has it meanwhile, for people: {@code another lindy that starts the server}
 */
public record PatientLock(Path file, Duration limit, String holder) {

    private static final Duration STEP = Duration.ofMillis(25);

    /** What is done under a lock. */
    @FunctionalInterface
    public interface Action<T> {

        /** Does it; the lock is given back also when it throws. */
        T run() throws IOException;
    }

    /**
     * Takes the lock, does the action and gives the lock back.
     *
     * @param progress told when the wait takes long
     * @throws EngineException when the limit passes
     */
    @SuppressWarnings("try")
    public <T> T holding(Consumer<String> progress, Action<T> action) throws IOException {
        try (HostLock lock = acquire(progress)) {
            return action.run();
        }
    }

    private HostLock acquire(Consumer<String> progress) throws IOException {
        PrivateFolders.create(file.toAbsolutePath().getParent());
        Optional<HostLock> free = HostLock.tryAcquire(file);
        return free.isPresent()
                ? free.get()
                : SlowStep.quietlyAtFirst("waiting for " + holder).during(progress, this::await);
    }

    private HostLock await() {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<HostLock> lock = HostLock.tryAcquire(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > deadline) {
                throw new EngineException(
                        "could not get the lock `%s` in %d s: waiting for %s"
                                .formatted(file, limit.toSeconds(), holder),
                        "look for a `lindy` command that hangs and end it");
            }
            Pause.of(STEP);
        }
    }
}
