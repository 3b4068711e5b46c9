package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.Place;
import dev.lindy.activities.finding.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of pytest's output that shows each failure with its source. */
final class PytestSections {

    private static final Section UNKNOWN = new Section("", null);

    private final Map<String, Deque<Section>> sections = new HashMap<>();
    private String name = "";
    private String reason = "";
    private @Nullable Place place;

    /** Why and where one test failed. */
    record Section(String reason, @Nullable Place place) {}

    void read(String line) {
        if (line.startsWith("__") && line.endsWith("__")) {
            begin(named(Words.trim(line, '_')));
        } else if (line.startsWith("===")) {
            begin("");
        } else if (!name.isEmpty()) {
            inside(line);
        }
    }

    /** What is known of the test with this id; of tests with one name the first that was not asked for. */
    Section of(String id) {
        begin("");
        int test = id.indexOf("::");
        Deque<Section> known =
                sections.get(test < 0 ? id : id.substring(test + 2).replace("::", "."));
        if (known == null) {
            return UNKNOWN;
        }
        Section first = known.size() > 1 ? known.poll() : known.peek();
        return first == null ? UNKNOWN : first;
    }

    private static String named(String heading) {
        if (heading.startsWith("ERROR collecting ")) {
            return heading.substring("ERROR collecting ".length());
        }
        int of = heading.startsWith("ERROR at ") ? heading.indexOf(" of ") : -1;
        return of < 0 ? heading : heading.substring(of + 4);
    }

    private void inside(String line) {
        if (reason.isEmpty() && line.startsWith("E  ")) {
            reason = line.substring(1).strip();
        }
        if (place == null || place.file().startsWith("/")) {
            Place found = place(line);
            place = found == null || (place != null && found.file().startsWith("/")) ? place : found;
        }
    }

    /** {@code tests/test_a.py:9: AssertionError}. */
    private static @Nullable Place place(String line) {
        int end = line.endsWith(":") ? line.length() - 1 : line.indexOf(": ");
        Place found = end > 0 && Words.indent(line) == 0 ? Place.parse(line.substring(0, end)) : null;
        return found != null && found.file().endsWith(".py") ? found : null;
    }

    private void begin(String next) {
        if (!name.isEmpty()) {
            sections.computeIfAbsent(name, any -> new ArrayDeque<>()).add(new Section(reason, place));
        }
        name = next;
        reason = "";
        place = null;
    }
}
