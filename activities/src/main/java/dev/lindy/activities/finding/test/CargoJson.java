package dev.lindy.activities.finding.test;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.JsonLine;
import dev.lindy.activities.finding.LineReader;

/** The JSON lines of Rust's test harness. */
public final class CargoJson implements LineReader {

    private final FindingsBuilder findings;
    private final JsonLine json = new JsonLine();
    private int seen;

    public CargoJson(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (line.startsWith("{") && line.contains("\"failed\"")) {
            event(json.read(line));
        }
    }

    private void event(JsonNode event) {
        if (!event.path("event").asText().equals("failed")) {
            return;
        }
        if (event.path("type").asText().equals("test")) {
            String name = event.path("name").asText();
            RustPanics panics = new RustPanics();
            event.path("stdout").asText().lines().forEach(panics::read);
            RustPanics.Panic panic = panics.of(name);
            findings.failed(name, panic.message(), panic.place());
            seen++;
        } else if (event.path("type").asText().equals("suite")) {
            int failed = event.path("failed").asInt();
            findings.count(failed + event.path("passed").asInt(), failed, seen);
            seen = 0;
        }
    }
}
