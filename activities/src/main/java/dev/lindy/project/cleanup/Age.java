package dev.lindy.project.cleanup;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was. */
record Age(Duration elapsed) {

    static Age of(Instant then, Instant now) {
        return new Age(Duration.between(then, now));
    }

    boolean exceeds(Duration limit) {
        return elapsed.compareTo(limit) > 0;
    }

    @Override
    public String toString() {
        long days = elapsed.toDays();
        return days + (days == 1 ? " day ago" : " days ago");
    }
}
