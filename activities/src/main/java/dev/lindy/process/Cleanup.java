package dev.lindy.process;

import dev.lindy.process.ProgramEnd.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what is left of a program, proves that nothing is, and says how it ended. May be run again at any point. */
final class Cleanup {

    private static final Logger log = LoggerFactory.getLogger(Cleanup.class);
    private static final Duration LAUNCHER_PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final ProgramFolder folder;
    private final ProgramSpec spec;
    private final ProcessTable table = ProcessTable.ofHost();

    Cleanup(ProgramFolder folder, ProgramSpec spec) {
        this.folder = folder;
        this.spec = spec;
    }

    ProgramEnd run() throws InterruptedException {
        Set<ProcessIdentity> left = Set.of();
        // Whoever makes the claim keeps every launcher from starting anything.
        if (!folder.claim() && !new CleanEnd(folder, table).isProved()) {
            awaitStart();
            left = endTree();
            awaitLauncher();
            // A launcher that was killed above may have started the program at the last moment.
            left = union(left, endTree());
        }
        return end(left);
    }

    private Set<ProcessIdentity> endTree() throws InterruptedException {
        ProcessIdentity root = folder.launched().map(LaunchedProgram::program).orElse(null);
        Set<ProcessIdentity> left = new ProcessTree(table, ProcessMarker.program(folder.key()), root).end(spec.grace());
        if (!left.isEmpty()) {
            log.warn("could not end processes, key={} pids={}", folder.key(), pids(left));
        }
        return left;
    }

    /** Until a launcher at work has come as far as the pid, or is known to be none. */
    private void awaitStart() throws InterruptedException {
        long deadline = System.nanoTime() + LAUNCHER_PATIENCE.toNanos();
        while (folder.launched().isEmpty()
                && !folder.has("failed")
                && System.nanoTime() < deadline
                && launcherLives()) {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    /** The launcher leaves by itself once its program is gone; what stays longer would start or kill at the wrong time. */
    private void awaitLauncher() throws InterruptedException {
        long start = System.nanoTime();
        while (launcherLives()) {
            long waited = System.nanoTime() - start;
            if (waited > 2 * LAUNCHER_PATIENCE.toNanos()) {
                log.warn("could not end the launcher, key={}", folder.key());
                return;
            }
            if (waited > LAUNCHER_PATIENCE.toNanos()) {
                Signals.send("KILL", table.marked(ProcessMarker.launcher(folder.key())));
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }

    private boolean launcherLives() {
        return !table.marked(ProcessMarker.launcher(folder.key())).isEmpty();
    }

    private ProgramEnd end(Set<ProcessIdentity> left) {
        Integer exitCode = folder.exitCode().orElse(null);
        Optional<String> failure = failure(exitCode);
        Reason reason = reason(exitCode, failure);
        boolean ran = reason != Reason.NOT_STARTED;
        String message = failure.orElseGet(() -> message(reason, exitCode));
        if (!left.isEmpty()) {
            message = (message + "; could not end the processes " + pids(left)).replaceFirst("^; ", "");
        }
        return new ProgramEnd(
                reason,
                ran ? exitCode : null,
                ran ? folder.time("pid").orElse(null) : null,
                folder.time("exit").orElseGet(Instant::now),
                message);
    }

    /** Our own reason stands before the status: a program that we end may well exit with 0. */
    private Reason reason(@Nullable Integer exitCode, Optional<String> failure) {
        Optional<Reason> ending = folder.ending();
        if (ending.isPresent()) {
            return ending.get();
        }
        if (failure.isPresent()) {
            return Reason.NOT_STARTED;
        }
        if (folder.has("limit")) {
            return Reason.HARD_LIMIT;
        }
        return exitCode == null || isForeignSignal(exitCode) ? Reason.LOST : Reason.EXITED;
    }

    /**
     * HUP, KILL and TERM come from outside: from a person, the kernel short of memory, a host that goes
     * down. The status cannot tell them from a program that itself exits with 129, 137 or 143; that counts
     * as lost too.
     */
    private static boolean isForeignSignal(int exitCode) {
        return exitCode == 129 || exitCode == 137 || exitCode == 143;
    }

    private Optional<String> failure(@Nullable Integer exitCode) {
        Optional<String> failed = folder.failure();
        if (failed.isPresent() || exitCode == null || exitCode < 126 || exitCode > 127) {
            return failed;
        }
        String stderr = firstLine();
        return HostTools.isExecFailure(exitCode, stderr) ? Optional.of("could not be executed: " + stderr) : failed;
    }

    private String firstLine() {
        try (InputStream stderr = Files.newInputStream(spec.stderr())) {
            String start = new String(stderr.readNBytes(1000), StandardCharsets.UTF_8);
            return start.lines().findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private String message(Reason reason, @Nullable Integer exitCode) {
        return switch (reason) {
            case EXITED, CANCELED, NOT_STARTED -> "";
            case HARD_LIMIT -> "ended after its hard limit of " + text(spec.hardLimit());
            case STALLED -> "ended after silence without CPU use for " + text(spec.stallAfter());
            case LOST -> lost(exitCode);
        };
    }

    private String lost(@Nullable Integer exitCode) {
        if (exitCode != null) {
            return "ended by signal " + (exitCode - 128) + ", which Lindy did not send";
        }
        return folder.has("pid") ? "vanished without an exit status" : "the launcher died early: nothing ran";
    }

    private static String text(@Nullable Duration duration) {
        return duration == null ? "" : duration.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static Set<ProcessIdentity> union(Set<ProcessIdentity> some, Set<ProcessIdentity> more) {
        Set<ProcessIdentity> all = new HashSet<>(some);
        all.addAll(more);
        all.removeIf(process -> !process.isAlive());
        return all;
    }

    private static String pids(Set<ProcessIdentity> processes) {
        return processes.stream()
                .map(process -> Long.toString(process.pid()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
