package dev.lindy.activities.agent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the time in a limit's text, for instance {@code resets 12:45pm (UTC)} or {@code resets Oct 12, 8am
 * (Europe/Paris)}: the fallback where no event tells it.
 */
public final class QuotaReset {

    private static final Pattern EPOCH = Pattern.compile("limit reached\\|(\\d{10})(?!\\d)");
    private static final Pattern WORDS =
            Pattern.compile("(?i)resets (?:at )?(?:([a-z]{3})[a-z]* (\\d{1,2}),? (?:at )?)?"
                    + "(\\d{1,2})(?::(\\d{2}))? ?(am|pm)(?: \\(([A-Za-z0-9_+/-]{1,40})\\))?");

    private QuotaReset() {}

    /** The next such time after {@code now}, or empty where the text names none. */
    public static Optional<Instant> in(String text, Instant now) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.find()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        Matcher words = WORDS.matcher(text);
        try {
            return words.find() ? Optional.of(next(words, now)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant next(Matcher words, Instant now) {
        ZoneId zone = words.group(6) == null ? ZoneOffset.UTC : ZoneId.of(words.group(6));
        int minute = words.group(4) == null ? 0 : Integer.parseInt(words.group(4));
        LocalTime time = LocalTime.of(hour(words.group(3), words.group(5)), minute);
        ZonedDateTime here = now.atZone(zone);
        if (words.group(1) != null) {
            LocalDate day = LocalDate.of(here.getYear(), month(words.group(1)), Integer.parseInt(words.group(2)));
            ZonedDateTime then = day.atTime(time).atZone(zone);
            // a day long past means that the year has turned in between
            return (then.isBefore(here.minusDays(1)) ? then.plusYears(1) : then).toInstant();
        }
        ZonedDateTime then = here.toLocalDate().atTime(time).atZone(zone);
        return (then.isAfter(here) ? then : then.plusDays(1)).toInstant();
    }

    private static int hour(String digits, String half) {
        int hour = Integer.parseInt(digits) % 12;
        return half.toLowerCase(Locale.ROOT).equals("pm") ? hour + 12 : hour;
    }

    private static Month month(String three) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(three.toUpperCase(Locale.ROOT))) {
                return month;
            }
        }
        throw new DateTimeException("no such month: " + three);
    }
}
