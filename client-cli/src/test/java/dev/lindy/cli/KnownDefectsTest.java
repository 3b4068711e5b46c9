package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each defect that the original has in its agents, planner and gates (W-21 to W-50) is named by the test that holds it
 * down, or by the page of differences.
 */
class KnownDefectsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern DEFECT = Pattern.compile("\\bW-?(\\d\\d)\\b");

    @Test
    void eachHasATestOrIsExplained() throws IOException {
        Set<Integer> named = new TreeSet<>(numbers(ROOT.resolve("docs/differences.md")));
        for (String module : new String[] {"workflows", "activities", "worker", "client-cli"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("KnownDefectsTest.java"))
                        .forEach(file -> named.addAll(numbers(file)));
            }
        }

        assertThat(named).containsAll(IntStream.rangeClosed(21, 50).boxed().toList());
    }

    private static Set<Integer> numbers(Path file) {
        try {
            Set<Integer> numbers = new TreeSet<>();
            Matcher matcher = DEFECT.matcher(Files.readString(file));
            while (matcher.find()) {
                numbers.add(Integer.parseInt(matcher.group(1)));
            }
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
