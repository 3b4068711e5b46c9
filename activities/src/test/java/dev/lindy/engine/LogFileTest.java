package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void showsItsLastWholeLinesAndNoStackTrace() throws IOException {
        Path file = folder.resolve("worker.log");
        Files.writeString(
                file, "x".repeat(3_000) + "\none\ntwo\nfailed: no port\n\tat a.B.c(B.java:1)\n\t... 3 more\nend\n");

        assertThat(new LogFile(file).tail(0)).isEqualTo("two\nfailed: no port\nend");
    }
}
