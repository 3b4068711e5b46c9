package dev.lindy.engine;

import dev.lindy.process.ProcessIdentity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How Workers call themselves to Temporal: {@code lindy@<host>/<start time>/<pid>}, so that everybody can
 * tell on which host one ran, and on that host whether it still does.
 */
public record WorkerIdentity(HostId host, ProcessIdentity process) {

    private static final Pattern FORM = Pattern.compile("lindy@([0-9a-f]{12})/(.+)/([0-9]{1,18})");

    /** Reads what {@link #toString} wrote; empty for Workers that are not ours. */
    public static Optional<WorkerIdentity> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new WorkerIdentity(
                new HostId(matcher.group(1)), new ProcessIdentity(Long.parseLong(matcher.group(3)), matcher.group(2))));
    }

    @Override
    public String toString() {
        return "lindy@" + host + "/" + process.startTime() + "/" + process.pid();
    }
}
