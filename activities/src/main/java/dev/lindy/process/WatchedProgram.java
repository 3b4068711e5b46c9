package dev.lindy.process;

import dev.lindy.process.ProgramEnd.Reason;
import dev.lindy.process.ProgramListener.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One program under watch. {@link #tick} never waits: what may take long, telling the owner and ending the
 * tree, runs elsewhere, each at most once at a time.
 */
final class WatchedProgram {

    private static final Logger log = LoggerFactory.getLogger(WatchedProgram.class);
    private static final Duration ENDER_PATIENCE = Duration.ofSeconds(60);

    private final ProgramFolder folder;
    private final ProgramSpec spec;
    private final Programs programs;
    private final ProgramListener listener;
    private final ProgramLimits limits;
    private final Executor executor;
    private final Supervision supervision;
    private final Vitals vitals;
    private final AtomicBoolean isTalking = new AtomicBoolean();
    private final AtomicBoolean isCleaning = new AtomicBoolean();
    private final long since = System.nanoTime();
    private volatile long nextPulse;
    private volatile long nextTell = System.nanoTime();
    private Duration pause;

    WatchedProgram(
            ProgramFolder folder,
            StoredProgram stored,
            Programs programs,
            ProgramListener listener,
            LifeSense sense,
            ProgramLimits limits,
            Executor executor) {
        this.folder = folder;
        this.spec = stored.spec();
        this.programs = programs;
        this.listener = listener;
        this.limits = limits;
        this.executor = executor;
        this.supervision = new Supervision(folder, spec, limits);
        this.vitals = new Vitals(spec, sense, limits, this::cpu);
        this.pause = limits.retryFirst();
        this.nextPulse = since + (isNew(stored) ? limits.heartbeat().toNanos() : 0);
    }

    /** Whoever asked for it a moment ago need not be told that it lives. */
    private boolean isNew(StoredProgram stored) {
        Instant now = Instant.now();
        return stored.requestedAt().isAfter(now.minus(limits.heartbeat()))
                && !stored.requestedAt().isAfter(now);
    }

    /** Since the watch took it up. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    void tick(Set<String> files) {
        long now = System.nanoTime();
        if (isForOthers(files)) {
            return;
        }
        if (files.contains("end.json")) {
            if (now - nextTell >= 0) {
                start(isTalking, this::tellEnd);
            }
            return;
        }
        if (!isCleaning.get() && supervision.isOver(files)) {
            start(isCleaning, this::clean);
        }
        if (now - nextPulse >= 0) {
            start(isTalking, this::pulse);
        }
    }

    /** A program that somebody waits for, or is ending right now, needs no watch while that one lives. */
    private boolean isForOthers(Set<String> files) {
        if (files.contains("silent")) {
            Instant late = Instant.now().minus(spec.grace()).minus(ENDER_PATIENCE);
            return folder.time("silent").map(late::isBefore).orElse(false);
        }
        return files.contains("waiter") && folder.isAwaited();
    }

    private void start(AtomicBoolean isAtWork, Runnable work) {
        if (!isAtWork.compareAndSet(false, true)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    log.error("could not look after program, key={}", folder.key(), e);
                } finally {
                    isAtWork.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            // The watch is closing; the next one goes on from the files.
            isAtWork.set(false);
        }
    }

    private void pulse() {
        Duration wait = limits.heartbeat().compareTo(vitals.interval()) < 0 ? limits.heartbeat() : vitals.interval();
        nextPulse = System.nanoTime() + wait.toNanos();
        Optional<StoredProgram> stored = folder.stored();
        if (stored.isEmpty()) {
            return;
        }
        ProgramRecord record = stored.get().in(folder);
        if (record.pid() != null && !folder.has("exit") && vitals.isStalled()) {
            folder.ending(Reason.STALLED);
        }
        if (record.spec().owner() != null && ask(record) == Answer.END && !folder.has("exit")) {
            folder.ending(Reason.CANCELED);
        }
    }

    private Answer ask(ProgramRecord record) {
        try {
            return listener.alive(record, pulse(record));
        } catch (RuntimeException e) {
            log.warn("could not tell the owner that its program lives, key={}", folder.key(), e);
            return Answer.UNKNOWN;
        }
    }

    private ProgramPulse pulse(ProgramRecord record) {
        long bytes = Vitals.size(spec.stdout()) + Vitals.size(spec.stderr());
        long last = Math.max(
                spec.stdout().toFile().lastModified(), spec.stderr().toFile().lastModified());
        return new ProgramPulse(
                record.pid() == null,
                record.pid(),
                folder.time("pid").orElse(null),
                bytes == 0 ? null : Instant.ofEpochMilli(last),
                bytes);
    }

    private void clean() {
        try {
            programs.conclude(folder, new Cleanup(folder, spec).run());
            programs.bell().ring();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellEnd() {
        Optional<StoredProgram> stored = folder.stored();
        Optional<ProgramEnd> end = folder.end();
        if (stored.isEmpty() || end.isEmpty()) {
            return;
        }
        ProgramRecord record = stored.get().in(folder);
        try {
            if (record.spec().owner() != null && !folder.has("silent")) {
                listener.ended(record, end.get());
            }
            programs.delivered(folder, record);
        } catch (RuntimeException e) {
            log.warn("could not tell the owner that its program ended, trying again, key={}", folder.key(), e);
            nextTell = System.nanoTime() + pause.toNanos();
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(limits.retryCap()) < 0 ? longer : limits.retryCap();
        }
    }

    private Duration cpu() {
        ProcessIdentity root = folder.launched().map(LaunchedProgram::program).orElse(null);
        return new ProcessTree(ProcessTable.ofHost(), ProcessMarker.program(folder.key()), root).cpu();
    }
}
