package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What panicking tests of Rust say, by name. */
final class RustPanics implements LineReader {

    static final Panic NONE = new Panic("", null);

    private static final int LINES = 4;

    private final Map<String, Panic> panics = new HashMap<>();
    private String name = "";
    private int more;

    /** Message in one line, and where. */
    record Panic(String message, @Nullable Place place) {}

    @Override
    public void read(String line) {
        int at = line.startsWith("thread '") ? line.indexOf(" panicked at ") : -1;
        if (at > 0) {
            name = line.substring(8, Math.max(8, line.indexOf('\'', 8)));
            begin(line.substring(at + " panicked at ".length()));
        } else if (more > 0) {
            follow(line);
        }
    }

    Panic of(String test) {
        return panics.getOrDefault(test, NONE);
    }

    void forget() {
        panics.clear();
        more = 0;
    }

    /** {@code src/lib.rs:22:14:}, or {@code 'message', src/lib.rs:22:14} before Rust 1.73. */
    private void begin(String rest) {
        int quoted = rest.startsWith("'") ? rest.lastIndexOf("', ") : -1;
        if (quoted > 0) {
            panics.putIfAbsent(name, new Panic(rest.substring(1, quoted), Place.parse(rest.substring(quoted + 3))));
            more = 0;
        } else {
            String place = rest.endsWith(":") ? rest.substring(0, rest.length() - 1) : rest;
            panics.putIfAbsent(name, new Panic("", Place.parse(place)));
            more = LINES;
        }
    }

    private void follow(String line) {
        if (line.isBlank() || line.startsWith("note: ") || line.startsWith("stack backtrace:")) {
            more = 0;
            return;
        }
        more--;
        panics.computeIfPresent(
                name,
                (test, known) -> new Panic(
                        known.message().isEmpty() ? line.strip() : known.message() + ", " + line.strip(),
                        known.place()));
    }
}
