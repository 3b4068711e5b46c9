package dev.lindy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file beside the tests; {@code -Dgolden.update=true} writes it instead. */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "dev", "lindy", "cli", "golden");

    private Golden() {}

    public static void check(String name, String actual) {
        if (Boolean.getBoolean("golden.update")) {
            write(FOLDER.resolve(name + ".txt"), actual);
        }
        assertThat(actual).as("golden file %s.txt", name).isEqualTo(read(name));
    }

    private static String read(String name) {
        if (Boolean.getBoolean("golden.update")) {
            try {
                return Files.readString(FOLDER.resolve(name + ".txt"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (InputStream file = Golden.class.getResourceAsStream("golden/" + name + ".txt")) {
            return file == null ? "(no such golden file)" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
