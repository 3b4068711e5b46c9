package dev.lindy.activities.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The repository's {@code info/exclude}: lines are appended once, what is there stays byte for byte. */
final class ExcludeFile {

    private final Path file;

    ExcludeFile(Path commonDir) {
        this.file = commonDir.resolve("info").resolve("exclude");
    }

    /** Excludes paths from the top of every worktree. */
    void add(List<String> paths) {
        try {
            String present = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            List<String> missing = paths.stream()
                    .map(ExcludeFile::pattern)
                    .filter(line -> present.lines().noneMatch(asBytes(line)::equals))
                    .toList();
            if (!missing.isEmpty()) {
                append(present, missing);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("could not write " + file, problem);
        }
    }

    private void append(String present, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        String start = present.isEmpty() || present.endsWith("\n") ? "" : "\n";
        String text = start + "# written by lindy\n" + String.join("\n", lines) + "\n";
        // one write, so that two writers at once cannot mix their lines
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String asBytes(String line) {
        return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String pattern(String path) {
        return "/" + path.replaceAll("([\\\\*?\\[])", "\\\\$1").replaceAll(" $", "\\\\ ");
    }
}
