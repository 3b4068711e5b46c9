package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** RSpec: ids are file and description, as line numbers change with every edit. */
public final class RspecLines implements LineReader {

    private final FindingsBuilder findings;
    private final Map<String, String> reasons = new HashMap<>();
    private String open = "";
    private int ran;
    private int failed;
    private int seen;

    public RspecLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        String text = line.strip();
        if (line.startsWith("rspec ") && line.contains(" # ")) {
            example(text.substring("rspec ".length()));
        } else if (line.contains(" example") && line.contains(" failure") && Words.indent(line) == 0) {
            ran += Words.countBefore(line, "example");
            failed += Words.countBefore(line, "failure");
        } else if (line.startsWith("  ") && Words.indent(line) == 2 && text.indexOf(") ") > 0) {
            open = Place.number(text, 0, text.indexOf(')')) > 0 ? text.substring(text.indexOf(") ") + 2) : "";
        } else if (!open.isEmpty()) {
            inside(text);
        }
    }

    @Override
    public void end() {
        if (ran > 0) {
            findings.count(ran, failed, seen);
        }
        ran = 0;
    }

    private void inside(String text) {
        boolean says = text.startsWith("expected") || text.startsWith("got") || text.contains("Error:");
        if (says && !text.startsWith("Failure/Error:")) {
            reasons.merge(open, text, (before, now) -> before.length() > 200 ? before : before + ", " + now);
        }
    }

    /** {@code ./spec/price_spec.rb:5 # Price rounds half up}. */
    private void example(String text) {
        int hash = text.indexOf(" # ");
        String name = text.substring(hash + 3);
        Place place = place(text.substring(0, hash).strip());
        seen++;
        String reason = reasons.getOrDefault(name, "");
        findings.failed((place == null ? "" : place.file() + " ") + name, reason, place);
    }

    private static @Nullable Place place(String text) {
        return Place.parse(text.startsWith("./") ? text.substring(2) : text);
    }
}
