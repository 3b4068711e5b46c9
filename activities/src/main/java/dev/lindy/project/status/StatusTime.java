package dev.lindy.project.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as STATUS.md files have them, always in UTC. */
public final class StatusTime {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private StatusTime() {}

    /** The form of {@code last_updated}, for instance {@code 2026-11-02 10:20 UTC}. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** The form of the column Completed, for instance {@code 2026-11-02}. */
    public static String day(Instant at) {
        return DAY.format(at);
    }
}
