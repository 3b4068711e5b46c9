package dev.lindy.it;

import dev.lindy.testing.NotRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Programs of this host that are not part of every one. */
final class RealCli {

    private RealCli() {}

    /** Skips the test where one of them is missing, and leaves word for the end of the build. */
    static void orSkip(String what, String... names) {
        List<String> missing =
                Arrays.stream(names).filter(name -> !isThere(name)).toList();
        NotRun.unless(missing.isEmpty(), what + " (missing: " + String.join(", ", missing) + ")");
    }

    private static boolean isThere(String name) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(entry -> Path.of(entry, name))
                .anyMatch(Files::isExecutable);
    }
}
