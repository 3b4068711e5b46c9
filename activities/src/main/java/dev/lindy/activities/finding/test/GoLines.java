package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code go test}, with and without {@code -v}: tests get the name of their package, which follows them. */
public final class GoLines implements LineReader {

    private final FindingsBuilder findings;
    private final Set<String> failed = new LinkedHashSet<>();
    private final Map<String, Reason> reasons = new LinkedHashMap<>();
    private String current = "";
    private boolean panicked;
    private int ran;

    /** Why and where. */
    private record Reason(String text, @Nullable Place place) {}

    public GoLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        String text = line.strip();
        if (text.startsWith("=== ")) {
            current = text.substring(text.lastIndexOf(' ') + 1);
        } else if (text.startsWith("--- FAIL: ")) {
            current = word(text, "--- FAIL: ".length());
            failed.add(current);
            ran++;
        } else if (text.startsWith("--- PASS: ") || text.startsWith("--- SKIP: ")) {
            current = "";
            ran++;
        } else if (line.startsWith("FAIL\t")) {
            ended(line.substring(5));
        } else if (line.startsWith("ok  \t")) {
            findings.count(ran, 0, 0);
            forget();
        } else if (!current.isEmpty()) {
            inside(line, text);
        }
    }

    @Override
    public void end() {
        if (!failed.isEmpty()) {
            report("");
        }
    }

    private void inside(String line, String text) {
        if (line.startsWith("panic: ")) {
            reasons.put(current, new Reason(text, null));
            panicked = true;
            return;
        }
        Reason known = reasons.get(current);
        if (panicked && known != null && known.place() == null) {
            reasons.put(current, new Reason(known.text(), frame(line, text)));
        } else if (known == null && line.startsWith("    ")) {
            int colon = text.indexOf(": ");
            Place place = colon < 0 ? null : Place.parse(text.substring(0, colon));
            if (place != null && place.file().endsWith(".go")) {
                reasons.put(current, new Reason(text.substring(colon + 2), place));
            }
        }
    }

    private static @Nullable Place frame(String line, String text) {
        boolean own = line.startsWith("\t") && !text.contains("/go/src/") && !text.contains("/src/runtime/");
        return own ? Place.parse(word(text, 0)) : null;
    }

    /** {@code example.com/a<TAB>0.003s} or {@code example.com/a [build failed]}. */
    private void ended(String rest) {
        String name = word(rest, 0).strip();
        if (failed.isEmpty() && !rest.contains("[build failed]")) {
            findings.failed(name, rest.contains("[setup failed]") ? "setup failed" : "the package failed", null);
        }
        report(name + ".");
    }

    private void report(String prefix) {
        Set<String> parents = parents();
        for (String test : failed) {
            Reason reason = reasons.get(test);
            if (reason != null || !parents.contains(test)) {
                findings.failed(
                        prefix + test, reason == null ? "" : reason.text(), reason == null ? null : reason.place());
            }
        }
        findings.count(ran > failed.size() ? ran : 0, 0, 0);
        forget();
    }

    /** Tests that failed, it seems, by one of their parts alone. */
    private Set<String> parents() {
        Set<String> parents = new HashSet<>();
        for (String test : failed) {
            int slash = test.lastIndexOf('/');
            while (slash > 0 && parents.add(test.substring(0, slash))) {
                slash = test.lastIndexOf('/', slash - 1);
            }
        }
        return parents;
    }

    private void forget() {
        failed.clear();
        reasons.clear();
        current = "";
        panicked = false;
        ran = 0;
    }

    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) > ' ') {
            end++;
        }
        return text.substring(from, end);
    }
}
