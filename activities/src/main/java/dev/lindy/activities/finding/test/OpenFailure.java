package dev.lindy.activities.finding.test;

import dev.lindy.activities.finding.FindingsBuilder;
import dev.lindy.activities.finding.Place;
import org.jspecify.annotations.Nullable;

/** A failed test that is named, and whose reason and place may follow in the next lines. */
final class OpenFailure {

    private final FindingsBuilder findings;
    private String id = "";
    private String reason = "";
    private @Nullable Place place;

    OpenFailure(FindingsBuilder findings) {
        this.findings = findings;
    }

    /** Names the next failed test; the one before is told. */
    void begin(String name) {
        close();
        id = name;
    }

    /** Tells the test, where there is one. */
    void close() {
        if (isOpen()) {
            findings.failed(id, reason, place);
        }
        id = "";
        reason = "";
        place = null;
    }

    boolean isOpen() {
        return !id.isEmpty();
    }

    String id() {
        return id;
    }

    void rename(String name) {
        id = name;
    }

    String reason() {
        return reason;
    }

    boolean hasReason() {
        return !reason.isEmpty();
    }

    void because(String why) {
        reason = why;
    }

    boolean hasPlace() {
        return place != null;
    }

    /** The first place counts. */
    void at(@Nullable Place where) {
        place = place == null ? where : place;
    }
}
