package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vitest's list of failures. */
public final class VitestLines implements LineReader {

    private final FindingsBuilder findings;
    private final Set<String> seen = new HashSet<>();
    /** Tests that share the error which follows them. */
    private final List<String> open = new ArrayList<>();

    private String reason = "";
    private @Nullable Place place;

    public VitestLines(FindingsBuilder findings) {
        this.findings = findings;
    }

    @Override
    public void read(String line) {
        if (line.startsWith(" FAIL  ")) {
            if (!reason.isEmpty()) {
                end();
            }
            open.add(id(line.substring(" FAIL  ".length()).strip()));
        } else if (line.startsWith("      Tests  ")) {
            end();
            int failed = Words.countBefore(line.substring("      Tests  ".length()), "failed");
            int passed = Words.countBefore(line.substring("      Tests  ".length()), "passed");
            findings.count(failed + passed, failed, seen.size());
        } else if (!open.isEmpty()) {
            inside(line);
        }
    }

    @Override
    public void end() {
        for (String id : open) {
            findings.failed(id, reason, place);
            if (id.contains(" > ")) {
                seen.add(id);
            }
        }
        open.clear();
        reason = "";
        place = null;
    }

    private void inside(String line) {
        if (line.startsWith("⎯")) {
            end();
        } else if (line.startsWith(" ❯ ")) {
            String where = line.substring(3).strip();
            Place found = Place.parse(where.substring(where.lastIndexOf(' ') + 1));
            place = place == null ? found : place;
        } else if (reason.isEmpty()) {
            reason = line.strip();
        }
    }

    /** Of a file that cannot be read {@code a.test.js [ a.test.js ]}. */
    private static String id(String text) {
        int open = text.endsWith(" ]") ? text.indexOf(" [ ") : -1;
        return open < 0 ? text : text.substring(0, open);
    }
}
