package dev.lindy.activities.finding.output;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a program printed, read by its content; time is linear in its size, memory is not. */
public final class ToolOutput {

    /** Most bytes that are read from the beginning of a file, and most from its end. */
    public static final long MAX_HALF = 8 << 20;

    private ToolOutput() {}

    /**
     * What this text says is wrong.
     *
     * @param root folder whose name is left out of paths, so that two worktrees say the same; empty for none
     */
    public static Findings of(String text, String root) {
        FindingsBuilder findings = new FindingsBuilder();
        try {
            OutputLines lines = lines(findings, root);
            lines.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
            lines.end();
        } catch (IOException e) {
            throw new UncheckedIOException("no I/O can fail in memory", e);
        }
        return findings.build();
    }

    /** The same of a file; of one that is too long the middle is left out. */
    public static Findings of(Path file, String root) throws IOException {
        FindingsBuilder findings = new FindingsBuilder();
        OutputLines lines = lines(findings, root);
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            lines.read(in, MAX_HALF);
            if (size > 2 * MAX_HALF) {
                in.skipNBytes(size - 2 * MAX_HALF);
                findings.incomplete();
            }
            lines.read(in, MAX_HALF);
        }
        lines.end();
        return findings.build();
    }

    private static OutputLines lines(FindingsBuilder findings, String root) {
        LineReader readers = new Readers(findings);
        String folder = root.isEmpty() || root.endsWith("/") ? root : root + "/";
        return new OutputLines(new LineReader() {
            @Override
            public void read(String line) {
                String plain = Plain.of(line);
                readers.read(folder.isEmpty() ? plain : plain.replace(folder, ""));
            }

            @Override
            public void end() {
                readers.end();
            }
        });
    }
}
