package dev.lindy.engine;

<<<<<<< HEAD
import dev.lindy.process.ProcessTable;
=======
import dev.lindy.process.ProcessIdentity;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
>>>>>>> f99821b (Test the launcher, tell of slow steps, use the process package)

/**
 * How Workers call themselves to Temporal: {@code lindy@<host>/<start time>/<pid>}, so that everybody can
 * tell on which host one ran, and on that host whether it still does.
 */
public record WorkerIdentity(HostId host, ProcessIdentity process) {

    private static final Pattern FORM = Pattern.compile("lindy@([0-9a-f]{12})/(.+)/([0-9]{1,18})");

<<<<<<< HEAD
    /** The identity of a Worker on this host. */
    public static String of(HostId host, long pid) {
        return "lindy@" + host + "/" + ProcessTable.ofHost().bootId() + "/" + pid;
=======
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
>>>>>>> f99821b (Test the launcher, tell of slow steps, use the process package)
    }
}
