package dev.lindy.activities.gate;

import dev.lindy.state.PrivateFiles;
import dev.lindy.state.Redactor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps the whole output of a gate in one file, without secrets. */
final class GateEvidence {

    /** The part of an output whose last words make the summary. */
    private static final int TAIL = 8_192;

    private static final int MAX_SUMMARY = 200;

    private GateEvidence() {}

    static void write(Path file, String command, Path stdout, Path stderr, Redactor redactor) {
        PrivateFiles.write(file, redactor.redact("$ " + command + "\n").getBytes(StandardCharsets.UTF_8));
        try (OutputStream out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
            copy(stdout, out, redactor);
            if (Files.exists(stderr) && Files.size(stderr) > 0) {
                out.write("\n--- stderr ---\n".getBytes(StandardCharsets.UTF_8));
                copy(stderr, out, redactor);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }

    private static void copy(Path from, OutputStream out, Redactor redactor) throws IOException {
        if (Files.exists(from)) {
            try (InputStream in = Files.newInputStream(from)) {
                redactor.copy(in, out);
            }
        }
    }

    /** The last line that says something, for people. */
    static String lastWords(Path evidence) {
        try (InputStream in = Files.newInputStream(evidence)) {
            in.skipNBytes(Math.max(0, Files.size(evidence) - TAIL));
            String tail = new String(in.readNBytes(TAIL), StandardCharsets.UTF_8);
            String last = tail.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("$ ") && !line.equals("--- stderr ---"))
                    .reduce("", (before, line) -> line);
            return last.length() <= MAX_SUMMARY ? last : last.substring(0, MAX_SUMMARY - 1) + "…";
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + evidence + "`", e);
        }
    }
}
