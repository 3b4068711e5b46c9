package dev.lindy.activities.agent;

import dev.lindy.activities.prompt.Excerpt;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a program wrote to standard error, its end alone where it is long. */
public record ErrorOutput(String tail) {

    private static final int MAX = 64 * 1024;
    private static final int MAX_WORDS = 300;

    public static ErrorOutput of(Path file) {
        if (!Files.isRegularFile(file)) {
            return new ErrorOutput("");
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(MAX, in.length())];
            in.seek(in.length() - bytes.length);
            in.readFully(bytes);
            return new ErrorOutput(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the agent's errors in " + file, e);
        }
    }

    /** The last line that is not blank, or other words where there is none. */
    public String lastLine(String otherwise) {
        List<String> lines = tail.lines().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? otherwise : Excerpt.line(lines.get(lines.size() - 1), MAX_WORDS);
    }
}
