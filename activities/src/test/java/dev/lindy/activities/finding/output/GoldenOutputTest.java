package dev.lindy.activities.finding.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activities.finding.FailedTest;
import dev.lindy.activities.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * W-49: what is read out of real outputs (see the README beside them), whatever the gate is called; {@code
 * -Dgolden.update=true} writes the answers anew.
 */
class GoldenOutputTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/lindy/activities/finding/golden");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".input.txt"))
                    .map(name -> name.substring(0, name.length() - ".input.txt".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatTheToolSays(String name) throws IOException {
        String read = text(ToolOutput.of(FOLDER.resolve(name + ".input.txt"), "/w/shop"));

        Path answer = FOLDER.resolve(name + ".output.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(answer, read);
        }
        assertThat(read).isEqualTo(Files.readString(answer));
    }

    private static String text(Findings findings) {
        StringBuilder text = new StringBuilder();
        text.append("run ").append(findings.run()).append(", complete ").append(findings.complete());
        text.append('\n');
        for (FailedTest test : findings.tests()) {
            text.append("test ").append(test.id()).append('\n');
            text.append("  why ").append(test.reason()).append('\n');
            text.append("  where ")
                    .append(test.place() == null ? "?" : test.place().text());
            text.append('\n');
        }
        findings.problems().forEach(problem -> text.append(problem.text()).append('\n'));
        findings.crashes().forEach(crash -> text.append("crash ").append(crash).append('\n'));
        return text.toString();
    }
}
