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
import org.jspecify.annotations.Nullable;

/**
 * Reads the time in a limit's text, for instance {@code resets 12:45pm (UTC)} or {@code resets Oct 12, 8am
 * (Europe/Paris)}: the fallback where no event tells it.
 */
public final class QuotaReset {

    private static final Pattern EPOCH = Pattern.compile("limit reached\\|(\\d{10})(?!\\d)");
    private static final Pattern WORDS =
            Pattern.compile("(?i)resets (?:at )?(?:([a-z]{3})[a-z]* (\\d{1,2}),? (?:at )?)?"
                    + "(\\d{1,2})(?::(\\d{2}))? ?(am|pm)(?: \\(([A-Za-z0-9_+/-]{1,40})\\))?");

    /** Codex, in the time zone of the host. */
    private static final Pattern LOCAL =
            Pattern.compile("try again at (?:([A-Z][a-z]{2})[a-z]* (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4}),? (?:at )?)?"
                    + "(\\d{1,2}):(\\d{2})\\s?([AP]M)");

    private static final Pattern SPAN = Pattern.compile(
            "(?i)(?:resets? after|retry in|try again in) (?:(\\d{1,4})h)?(?:(\\d{1,4})m)?(?:(\\d{1,6})(?:\\.\\d{1,9})?s)?");

    private QuotaReset() {}

    /** The next such time after {@code now}, or empty where the text names none. */
    public static Optional<Instant> in(String text, Instant now) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.find()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        Matcher words = WORDS.matcher(text);
        Matcher local = LOCAL.matcher(text);
        try {
            if (words.find()) {
                return Optional.of(next(words, now));
            }
            return local.find() ? Optional.of(nextLocal(local, now)) : span(text, now);
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

    private static Instant nextLocal(Matcher local, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        LocalTime time = LocalTime.of(hour(local.group(4), local.group(6)), Integer.parseInt(local.group(5)));
        if (local.group(1) != null) {
            int year = Integer.parseInt(local.group(3));
            return LocalDate.of(year, month(local.group(1)), Integer.parseInt(local.group(2)))
                    .atTime(time)
                    .atZone(zone)
                    .toInstant();
        }
        ZonedDateTime then = now.atZone(zone).toLocalDate().atTime(time).atZone(zone);
        return (then.toInstant().isAfter(now) ? then : then.plusDays(1)).toInstant();
    }

    private static Optional<Instant> span(String text, Instant now) {
        Matcher span = SPAN.matcher(text);
        if (!span.find()) {
            return Optional.empty();
        }
        long seconds = 3600 * number(span.group(1)) + 60 * number(span.group(2)) + number(span.group(3));
        return seconds == 0 ? Optional.empty() : Optional.of(now.plusSeconds(seconds));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
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
