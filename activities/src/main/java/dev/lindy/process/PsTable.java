package dev.lindy.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** macOS and others: asks the {@code ps} command. Sees the environment of the user's own programs only. */
final class PsTable implements ProcessTable {

    private static final Pattern ROW =
            Pattern.compile("\\s*(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)\\s+([\\d:.-]+)\\s+(\\S.*\\S)\\s*");
    private static final Pattern TIME = Pattern.compile("(?:(\\d+)-)?(?:(\\d+):)?(\\d+):(\\d+)(?:\\.(\\d\\d))?");
    private static final Pattern MARKED = Pattern.compile("\\s*(\\d+)\\s(.*)");
    private static final DateTimeFormatter LSTART = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.ROOT);
    private static final String COLUMNS = "pid=,ppid=,pgid=,stat=,time=,lstart=";

    @Override
    public List<ProcessEntry> snapshot() {
        return ps("-A", "-o", COLUMNS)
                .map(this::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<ProcessEntry> find(long pid) {
        return ps("-o", COLUMNS, "-p", Long.toString(pid))
                .map(this::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Asked often, so without a {@code ps}; the two clocks may round a second differently. */
    @Override
    public boolean isAlive(ProcessIdentity process) {
        return ProcessHandle.of(process.pid())
                .filter(ProcessHandle::isAlive)
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::getEpochSecond)
                .filter(start -> isClose(start, process.startTime()))
                .isPresent();
    }

    @Override
    public Set<Long> marked(ProcessMarker marker) {
        Pattern entry = Pattern.compile("(?:^|\\s)" + Pattern.quote(marker.entry()) + "(?:\\s|$)");
        Set<Long> found = new HashSet<>();
        ps("axeww", "-o", "pid=,command=")
                .map(MARKED::matcher)
                .filter(Matcher::matches)
                .forEach(row -> {
                    if (entry.matcher(row.group(2)).find()) {
                        found.add(Long.parseLong(row.group(1)));
                    }
                });
        return found;
    }

    @Override
    public String startTime(String written, String bootId) {
        try {
            String date = written.strip().replaceAll("\\s+", " ");
            return Long.toString(LocalDateTime.parse(date, LSTART).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return written;
        }
    }

    @Override
    public String bootId() {
        return "";
    }

    Optional<ProcessEntry> parse(String line) {
        Matcher row = ROW.matcher(line);
        if (!row.matches() || row.group(4).startsWith("Z")) {
            return Optional.empty();
        }
        long group = Long.parseLong(row.group(3));
        ProcessIdentity identity = new ProcessIdentity(Long.parseLong(row.group(1)), startTime(row.group(6), ""));
        return Optional.of(new ProcessEntry(identity, Long.parseLong(row.group(2)), group, group, cpu(row.group(5))));
    }

    private static boolean isClose(long start, String startTime) {
        return Stream.of(start - 1, start, start + 1).map(String::valueOf).anyMatch(startTime::equals);
    }

    private static Duration cpu(String time) {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            return Duration.ZERO;
        }
        return Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3))
                .plusSeconds(number(parts, 4))
                .plusMillis(10 * number(parts, 5));
    }

    private static long number(Matcher parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Stream<String> ps(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("ps"), Stream.of(arguments)).toList());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC0");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list processes with `ps`", e);
        }
    }
}
