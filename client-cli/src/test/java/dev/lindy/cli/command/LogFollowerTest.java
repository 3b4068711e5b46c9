package dev.lindy.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogFollowerTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> interrupt = new AtomicReference<>(() -> {});

    @TempDir
    private Path folder;

    private Path log;

    @BeforeEach
    void log() throws IOException {
        log = Files.writeString(folder.resolve("actions.jsonl"), "old\n");
    }

    private void append(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void seen(String... lines) {
        await().untilAsserted(() -> assertThat(seen).containsExactly(lines));
    }

    @Test
    void givesOutWholeLinesInOrderAndGoesOnInANewLog() throws Exception {
        LogFollower follower = new LogFollower(log);
        CompletableFuture<Void> following = CompletableFuture.runAsync(() -> follower.follow(
                taker -> {
                    interrupt.set(taker);
                    return () -> {};
                },
                seen::add));

        append("one\n");
        seen("one");
        append("tw");
        append("o\nthree\n");
        seen("one", "two", "three");
        Files.move(log, log.resolveSibling("actions-1.jsonl"));
        append("four\n");
        seen("one", "two", "three", "four");

        interrupt.get().run();
        following.get(30, TimeUnit.SECONDS);
    }

    @Test
    void waitsForALogThatIsNotThereYet() throws Exception {
        Files.delete(log);
        LogFollower follower = new LogFollower(log);
        CompletableFuture<Void> following = CompletableFuture.runAsync(() -> follower.follow(
                taker -> {
                    interrupt.set(taker);
                    return () -> {};
                },
                seen::add));

        append("first\n");
        seen("first");

        interrupt.get().run();
        following.get(30, TimeUnit.SECONDS);
    }
}
