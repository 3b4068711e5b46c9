package dev.lindy.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** Tests that cannot run on this host say so aloud at the end of the build. */
public final class NotRun {

    private static final Path WORDS = Path.of("target", "not-run.txt");

    private NotRun() {}

    /** Skips the test where the host lacks what it needs, and leaves word for the end of the build. */
    public static void unless(boolean possible, String what) {
        if (!possible) {
            leaveWord(what);
        }
        Assumptions.assumeTrue(possible, what);
    }

    private static synchronized void leaveWord(String what) {
        try {
            Files.createDirectories(WORDS.getParent());
            if (!Files.exists(WORDS) || !Files.readString(WORDS).contains(what)) {
                Files.writeString(WORDS, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
