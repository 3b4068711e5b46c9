package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLockTest {

    @TempDir
    Path folder;

    @Test
    void isHeldOnceAndFreeAfterwards() {
        Path file = folder.resolve("made").resolve("lock");
        HostLock lock = HostLock.tryAcquire(file).orElseThrow();

        assertThat(HostLock.tryAcquire(file)).isEmpty();
        lock.close();

        Optional<HostLock> again = HostLock.tryAcquire(file);
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void isTheSameLockUnderAnotherNameOfItsFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        HostLock lock =
                HostLock.tryAcquire(folder.resolve("real").resolve("lock")).orElseThrow();

        assertThat(HostLock.tryAcquire(link.resolve("lock"))).isEmpty();

        lock.close();
    }

    @Test
    void givesUpWaitingInTheEnd() {
        HostLock lock = HostLock.tryAcquire(folder.resolve("lock")).orElseThrow();

        assertThatThrownBy(() -> HostLock.acquire(folder.resolve("lock"), Duration.ofMillis(30)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not free");

        lock.close();
    }

    @Test
    void canBeTakenByAnInterruptedThreadWhichStaysInterrupted() {
        Thread.currentThread().interrupt();
        HostLock lock = HostLock.acquire(folder.resolve("lock"), Duration.ofSeconds(5));

        assertThat(Thread.interrupted()).isTrue();
        lock.close();
    }
}
