package dev.lindy.project.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lindy.run.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes append at the same time. */
class ActionLogIT {

    private static final int LINES = 400;
    private static final List<String> RUNS = List.of("11111111", "22222222");

    /** A process that appends. */
    public static final class Appender {

        private Appender() {}

        public static void main(String[] args) {
            ActionLog log = new ActionLog(Path.of(args[0]), "logs/actions.jsonl");
            for (int i = 0; i < LINES; i++) {
                log.append(RunId.of(args[1]), "dispatch", "success", Map.of("number", i), "x".repeat(i * 10 % 5000));
            }
        }
    }

    @Test
    void losesNoLineAndMixesNone(@TempDir Path root) throws IOException, InterruptedException {
        List<Process> writers = new ArrayList<>();
        for (String run : RUNS) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Appender.class.getName(),
                            root.toString(),
                            run)
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }

        Set<String> seen = new TreeSet<>();
        for (String line : Files.readAllLines(root.resolve("logs/actions.jsonl"))) {
            JsonNode entry = new ObjectMapper().readTree(line);
            seen.add(entry.path("run_id").asText() + " "
                    + entry.path("details").path("number").asInt());
        }
        assertThat(seen).hasSize(RUNS.size() * LINES);
    }
}
