package dev.lindy.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Behaves as the Worker does towards those who start it, needs no class path but its own, and does nothing. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String failure = System.getenv("LINDY_TEST_WORKER_FAILS");
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        List<String> list = List.of(arguments);
        Path state = Path.of(list.get(list.indexOf("--state") + 1));
        String engine = list.get(list.indexOf("--engine") + 1);
        Files.writeString(state.resolve("arguments"), String.join(" ", arguments));
        Files.writeString(
                state.resolve("worker").resolve(engine).resolve("ready"),
                Long.toString(ProcessHandle.current().pid()));
        new CountDownLatch(1).await();
    }
}
