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
import java.util.List;

/** Keeps the whole output of a gate in one file, without secrets. */
public final class GateEvidence {

    /** The part of an output whose last words are shown, in bytes. */
    private static final int READ = 8_192;

    private static final int MAX_SUMMARY = 200;
    private static final int MAX_LINES = 12;
    private static final int MAX_TAIL = 1_000;

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
        List<String> said = said(evidence);
        String last = said.isEmpty() ? "" : said.get(said.size() - 1).strip();
        return last.length() <= MAX_SUMMARY ? last : last.substring(0, MAX_SUMMARY - 1) + "…";
    }

    /** The last lines that say something, at most 12 of them and 1,000 characters. */
    static String tail(Path evidence) {
        return tail(said(evidence));
    }

    /** The end of these lines, at most 12 of them and 1,000 characters. */
    public static String tail(List<String> lines) {
        String text = String.join("\n", lines.subList(Math.max(0, lines.size() - MAX_LINES), lines.size()));
        if (text.length() <= MAX_TAIL) {
            return text;
        }
        int start = text.length() - MAX_TAIL + 1;
        return "…" + text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }

    private static List<String> said(Path evidence) {
        try (InputStream in = Files.newInputStream(evidence)) {
            in.skipNBytes(Math.max(0, Files.size(evidence) - READ));
            return new String(in.readNBytes(READ), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("$ ") && !line.equals("--- stderr ---"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + evidence + "`", e);
        }
    }
}
