package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLockIT {

    @TempDir
    Path folder;

    @Test
    void isFreeAgainAsSoonAsTheProcessThatHeldItIsKilled() throws Exception {
        Path lock = folder.resolve("lock");
        Path held = folder.resolve("held");
        Process holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        lock.toString(),
                        held.toString())
                .inheritIO()
                .start();
        ProgramHouse.await().until(() -> Files.exists(held));
        assertThat(HostLock.tryAcquire(lock)).isEmpty();
        assertThat(HostLock.tryAcquire(lock)).isEmpty();

        holder.destroyForcibly().waitFor();

        HostLock.tryAcquire(lock).orElseThrow().close();
    }
}
