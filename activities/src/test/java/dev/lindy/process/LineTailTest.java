package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTailTest {

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();
    private Path file;
    private LineTail tail;

    @BeforeEach
    void open() {
        file = folder.resolve("out");
        tail = new LineTail(file, lines::add);
    }

    @Test
    void takesAMissingFileForAnEmptyOne() {
        tail.read();

        assertThat(lines).isEmpty();
    }

    @Test
    void keepsAnUnfinishedLineForTheNextCall() throws IOException {
        append("one\ntw");
        tail.read();
        assertThat(lines).containsExactly("one");

        append("o\r\n\n");
        tail.read();

        assertThat(lines).containsExactly("one", "two", "");
    }

    @Test
    void joinsACharacterThatCameInTwoParts() throws IOException {
        byte[] umlaut = "ü\n".getBytes(StandardCharsets.UTF_8);
        append(Arrays.copyOf(umlaut, 1));
        tail.read();
        append(Arrays.copyOfRange(umlaut, 1, 3));
        tail.read();

        assertThat(lines).containsExactly("ü");
    }

    @Test
    void cutsALongLineAndGoesOnWithTheNext() throws IOException {
        append("x".repeat(LineTail.MAX_LINE + 1000) + "\nnext\n");
        tail.read();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).hasSize(LineTail.MAX_LINE);
        assertThat(lines.get(1)).isEqualTo("next");
    }

    @Test
    void startsAnewWhenTheFileIsShorterThanBefore() throws IOException {
        append("a long first line\nrest");
        tail.read();
        Files.writeString(file, "new\n");
        tail.read();

        assertThat(lines).containsExactly("a long first line", "new");
    }

    private void append(String text) throws IOException {
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    private void append(byte[] bytes) throws IOException {
        Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
