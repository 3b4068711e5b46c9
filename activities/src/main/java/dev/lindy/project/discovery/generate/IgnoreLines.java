package dev.lindy.project.discovery.generate;

import java.util.List;

/** What onboarding adds to {@code .gitignore}. */
public final class IgnoreLines {

    public static final String PATH = ".gitignore";

    private static final String TITLE = "# lindy-orchestrator";

    private static final List<String> LINES =
            List.of(".orchestrator/logs/", ".orchestrator/sessions/", ".orchestrator/runs", ".orchestrator/backup/");

    private IgnoreLines() {}

    /** The text with those of our lines that it does not have yet; every other byte stays. */
    public static String addTo(String text) {
        List<String> present = text.lines().map(String::strip).toList();
        List<String> missing = LINES.stream()
                .filter(line -> !present.contains(line) && !present.contains(".orchestrator/"))
                .toList();
        if (missing.isEmpty()) {
            return text;
        }
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String gap = text.isEmpty() ? "" : text.endsWith("\n") ? end : end + end;
        return text + gap + TITLE + end + String.join(end, missing) + end;
    }
}
