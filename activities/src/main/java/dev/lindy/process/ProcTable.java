package dev.lindy.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Linux: reads {@code /proc}. A process that ends while it is read is left out. */
final class ProcTable implements ProcessTable {

    /** USER_HZ, 100 on every Linux that Java runs on. */
    private static final long MILLIS_PER_TICK = 10;

    /** Up to the start time; those behind it are not wanted. */
    private static final int FIELDS = 20;

    private final Path proc;
    private final String bootId;

    ProcTable(Path proc) {
        this.proc = proc;
        this.bootId = read(proc.resolve("sys/kernel/random/boot_id"))
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .orElse("");
    }

    @Override
    public List<ProcessEntry> snapshot() {
        return snapshotWithout(Set.of());
    }

    @Override
    public List<ProcessEntry> snapshotWithout(Set<Long> known) {
        return pids().filter(pid -> !known.contains(pid))
                .mapToObj(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Optional<ProcessEntry> find(long pid) {
        return read(file(pid, "stat")).flatMap(bytes -> parse(pid, new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    @Override
    public Set<Long> marked(ProcessMarker marker) {
        Set<Long> found = new HashSet<>();
        pids().filter(pid -> isMarked(pid, List.of(marker)))
                .filter(pid -> find(pid).isPresent())
                .forEach(found::add);
        return found;
    }

    @Override
    public Set<Long> marked(Collection<ProcessEntry> among, List<ProcessMarker> markers) {
        return among.stream()
                .map(ProcessEntry::pid)
                .filter(pid -> isMarked(pid, markers))
                .collect(Collectors.toSet());
    }

    private boolean isMarked(long pid, List<ProcessMarker> markers) {
        return read(file(pid, "environ"))
                .filter(environment -> markers.stream()
                        .anyMatch(marker -> holds(environment, marker.entry().getBytes(StandardCharsets.UTF_8))))
                .isPresent();
    }

    @Override
    public boolean isOlder(ProcessIdentity process, ProcessIdentity other) {
        return ticks(process) < ticks(other);
    }

    /** Since the boot; of another boot or without a number the oldest possible, so that nobody is older. */
    private long ticks(ProcessIdentity process) {
        String start = process.startTime();
        if (!start.startsWith(bootId + "/")) {
            return 0;
        }
        try {
            return Long.parseLong(start.substring(bootId.length() + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public String startTime(String written, String bootId) {
        return bootId + "/" + written;
    }

    @Override
    public String bootId() {
        return bootId;
    }

    private Optional<ProcessEntry> parse(long pid, String stat) {
        // The command's name stands in parentheses and may itself hold parentheses and spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", FIELDS + 1);
        if (fields.length < FIELDS || "ZXx".contains(fields[0])) {
            return Optional.empty();
        }
        long ticks = 0;
        for (int time = 11; time <= 14; time++) {
            ticks += Long.parseLong(fields[time]);
        }
        return Optional.of(new ProcessEntry(
                new ProcessIdentity(pid, startTime(fields[19], bootId)),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Duration.ofMillis(ticks * MILLIS_PER_TICK)));
    }

    private LongStream pids() {
        String[] names = Objects.requireNonNullElse(proc.toFile().list(), new String[0]);
        return LongStream.of(Arrays.stream(names)
                .filter(name -> !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9'))
                .mapToLong(Long::parseLong)
                .toArray());
    }

    private Path file(long pid, String name) {
        return proc.resolve(Long.toString(pid)).resolve(name);
    }

    private static Optional<byte[]> read(Path file) {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether one of the NUL-terminated entries is exactly this one. */
    private static boolean holds(byte[] environment, byte[] entry) {
        int start = 0;
        for (int i = 0; i <= environment.length; i++) {
            if (i == environment.length || environment[i] == 0) {
                if (Arrays.equals(environment, start, i, entry, 0, entry.length)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
