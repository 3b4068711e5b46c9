package dev.lindy.activities.finding.test;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.JsonLine;
import dev.lindy.activities.finding.LineReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code go test -json}: the output of each package is read as if it stood alone. */
public final class GoJson implements LineReader {

    private static final int MAX_PACKAGES = 10_000;

    private final FindingsBuilder findings;
    private final LineReader plain;
    private final JsonLine json = new JsonLine();
    private final Map<String, GoLines> packages = new LinkedHashMap<>();

    /** @param plain reads what the compiler says */
    public GoJson(FindingsBuilder findings, LineReader plain) {
        this.findings = findings;
        this.plain = plain;
    }

    @Override
    public void read(String line) {
        if (line.startsWith("{") && line.contains("\"Action\":\"")) {
            event(json.read(line));
        }
    }

    @Override
    public void end() {
        packages.values().forEach(GoLines::end);
    }

    private void event(JsonNode event) {
        String output = event.path("Output").asText().stripTrailing();
        String action = event.path("Action").asText();
        if (action.equals("build-output")) {
            plain.read(output);
        } else if (action.equals("output") && packages.size() < MAX_PACKAGES) {
            packages.computeIfAbsent(event.path("Package").asText(), name -> new GoLines(findings))
                    .read(output);
        }
    }
}
