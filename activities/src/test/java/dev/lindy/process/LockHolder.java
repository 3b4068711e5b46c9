package dev.lindy.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that takes a lock, says so with a file, and holds the lock until it is killed. */
final class LockHolder {

    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        HostLock lock = HostLock.tryAcquire(Path.of(arguments[0])).orElseThrow();
        Files.createFile(Path.of(arguments[1]));
        new CountDownLatch(1).await();
        lock.close();
    }
}
