package dev.lindy.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** Output of a detached process. */
record LogFile(Path path) {

    private static final long MAX_BYTES = 10L << 20;
    private static final int TAIL_BYTES = 2_000;
    private static final int TAIL_LINES = 3;
    private static final Pattern STACK_TRACE = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");

    /** Puts a log that has grown past 10 MB aside; to be called while its process is not running. */
    void roll() throws IOException {
        PrivateFolders.create(path.toAbsolutePath().getParent());
        if (Files.exists(path) && Files.size(path) > MAX_BYTES) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /**
     * The last three lines written after the position, without stack traces and from at most 2 KB; empty where nothing
     * can be read.
     */
    String tail(long after) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long begin = Math.max(after, file.length() - TAIL_BYTES);
            if (begin >= file.length()) {
                return "";
            }
            file.seek(begin);
            byte[] bytes = new byte[(int) (file.length() - begin)];
            file.readFully(bytes);
            return lastLines(new String(bytes, StandardCharsets.UTF_8), begin > after);
        } catch (IOException e) {
            return "";
        }
    }

    private static String lastLines(String text, boolean isCut) {
        List<String> lines = text.lines()
                .skip(isCut && text.contains("\n") ? 1 : 0)
                .filter(line -> !line.isBlank() && !STACK_TRACE.matcher(line).lookingAt())
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()))
                .strip();
    }
}
