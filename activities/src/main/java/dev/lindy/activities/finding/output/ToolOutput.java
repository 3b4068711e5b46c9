package dev.lindy.activities.finding.output;

import dev.lindy.activities.finding.Findings;
import dev.lindy.activities.finding.FindingsBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a program printed, read by its content; time is linear in its size. */
public final class ToolOutput {

    /** Most bytes that are read from the beginning of a file, and most from its end. */
    public static final int MAX_HALF = 4 << 20;

    private static final int MAX_LINE = 4_000;
    private static final int MAX_JSON = 256 << 10;

    private ToolOutput() {}

    /**
     * What this text says is wrong.
     *
     * @param root folder whose name is left out of paths, so that two worktrees say the same; empty for none
     */
    public static Findings of(String text, String root) {
        FindingsBuilder findings = new FindingsBuilder();
        read(text, root, findings);
        return findings.build();
    }

    /** The same of a file; of one that is too long the middle is left out. */
    public static Findings of(Path file, String root) throws IOException {
        FindingsBuilder findings = new FindingsBuilder();
        long size = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MAX_HALF), StandardCharsets.UTF_8);
            if (size > 2L * MAX_HALF) {
                in.skipNBytes(size - 2L * MAX_HALF);
                findings.incomplete();
            }
            read(text + new String(in.readNBytes(MAX_HALF), StandardCharsets.UTF_8), root, findings);
        }
        return findings.build();
    }

    private static void read(String text, String root, FindingsBuilder findings) {
        Readers readers = new Readers(findings);
        String folder = root.isEmpty() || root.endsWith("/") ? root : root + "/";
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            int max = text.charAt(start) == '{' ? MAX_JSON : MAX_LINE;
            String line = Plain.of(text.substring(start, Math.min(stop, start + max)));
            readers.read(folder.isEmpty() ? line : line.replace(folder, ""));
            start = stop + 1;
        }
        readers.end();
    }
}
