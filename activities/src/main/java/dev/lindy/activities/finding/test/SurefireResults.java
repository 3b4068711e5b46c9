package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.LineReader;
import dev.lindy.activities.finding.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists below {@code [ERROR] Failures:} and {@code [ERROR] Errors:}. */
final class SurefireResults implements LineReader {

    private final List<Result> results = new ArrayList<>();
    private boolean listing;

    /** One failure. */
    private record Result(
            String id, String reason, @Nullable Place place) {}

    @Override
    public void read(String line) {
        String text = line.stripTrailing();
        if (text.equals("[ERROR] Failures:") || text.equals("[ERROR] Errors:")) {
            listing = true;
        } else if (listing && line.startsWith("[ERROR]   ")) {
            result(text.substring("[ERROR]   ".length()));
        } else if (line.startsWith("[")) {
            listing = false;
        }
    }

    int report(FindingsBuilder findings, SurefireDetails known) {
        int added = 0;
        for (Result result : results) {
            if (!known.has(result.id())) {
                findings.failed(result.id(), result.reason(), result.place());
                added++;
            }
        }
        return added;
    }

    void forget() {
        results.clear();
        listing = false;
    }

    /** {@code PriceTest.roundsHalfUp:12->helper:30 expected: 2}. */
    private void result(String text) {
        int blank = text.indexOf(' ');
        String where = blank < 0 ? text : text.substring(0, blank);
        String reason = blank < 0 ? "" : text.substring(blank + 1);
        int colon = where.indexOf(':');
        int end = colon < 0 ? where.length() : colon;
        int to = end + 1;
        while (to < where.length() && Character.isDigit(where.charAt(to))) {
            to++;
        }
        String id = where.substring(0, end);
        int line = colon < 0 ? -1 : Place.number(where, end + 1, to);
        int dot = id.indexOf('.');
        Place place = line < 0 || dot < 0 ? null : new Place(id.substring(0, dot), line, 0);
        if (!id.isEmpty()) {
            results.add(new Result(id, reason.startsWith("» ") ? reason.substring(2) : reason, place));
        }
    }
}
