package dev.lindy.cli.view;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people write them. */
public final class Words {

    private Words() {}

    /** For instance {@code 7s}, {@code 12m 04s} or {@code 3h 05m}. */
    public static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return String.format(Locale.ROOT, "%dm %02ds", seconds / 60, seconds % 60);
        }
        return String.format(Locale.ROOT, "%dh %02dm", seconds / 3600, seconds % 3600 / 60);
    }

    /** For instance {@code 1 task} or {@code 3 tasks}. */
    public static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** For instance {@code $0.42}. */
    /**
     * An amount that may be more than what is known of it: {@code $?} where nothing is known, {@code $1.00+} where some
     * of it is.
     */
    public static String dollars(double amount, boolean isUnknown) {
        return isUnknown ? (amount == 0 ? "$?" : dollars(amount) + "+") : dollars(amount);
    }

    public static String dollars(double amount) {
        return String.format(Locale.ROOT, "$%.2f", amount);
    }
}
