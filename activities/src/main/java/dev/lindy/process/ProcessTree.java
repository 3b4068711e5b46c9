package dev.lindy.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A program and everything that it started: its group and session, the children of these, and all that
 * carries its marker, also in sessions of their own and after their parents are gone.
 */
public final class ProcessTree {

    private static final Duration PAUSE = Duration.ofMillis(15);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(20);

    private final ProcessTable table;
    private final ProcessMarker marker;
    private final @Nullable ProcessIdentity root;

    /** The tree of a marker and, where one is known, of the process at its head. */
    public ProcessTree(ProcessTable table, ProcessMarker marker, @Nullable ProcessIdentity root) {
        this.table = table;
        this.marker = marker;
        this.root = root;
    }

    /** All that lives now, never this process itself. */
    public Set<ProcessIdentity> find() {
        return closure(table.snapshot(), table.marked(marker));
    }

    /** The same in a snapshot in which these are known to be marked. */
    Set<ProcessIdentity> in(List<ProcessEntry> snapshot, Set<Long> marked) {
        return closure(snapshot, marked);
    }

    /** CPU time of the living, with that of children they have waited for; without re-parented ones. */
    public Duration cpu() {
        List<ProcessEntry> entries = table.snapshot();
        Set<ProcessIdentity> members = closure(entries, Set.of());
        return entries.stream()
                .filter(entry -> members.contains(entry.identity()))
                .map(ProcessEntry::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Ends the tree: TERM, after the grace KILL, until a last look finds nothing.
     *
     * @return what could not be ended within 20 s of killing, for instance a process of another user; else empty
     */
    public Set<ProcessIdentity> end(Duration grace) throws InterruptedException {
        Set<ProcessIdentity> known = find();
        if (known.isEmpty()) {
            return known;
        }
        known = ask(known, grace);
        long deadline = System.nanoTime() + KILL_PATIENCE.toNanos();
        while (!known.isEmpty() && System.nanoTime() < deadline) {
            Signals.send("KILL", targets(known));
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            known = again(known);
        }
        return known;
    }

    private Set<ProcessIdentity> ask(Set<ProcessIdentity> first, Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        Set<ProcessIdentity> known = first;
        Set<ProcessIdentity> asked = new HashSet<>();
        while (!known.isEmpty() && System.nanoTime() < deadline) {
            if (!asked.containsAll(known)) {
                Signals.send("TERM", targets(known));
                asked.addAll(known);
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            Set<ProcessIdentity> left = living(known);
            known = left.isEmpty() ? again(left) : left;
        }
        return again(known);
    }

    /** Those known from before stay in view when they leave the tree; new ones come into it. */
    private Set<ProcessIdentity> again(Set<ProcessIdentity> known) {
        Set<ProcessIdentity> all = living(known);
        all.addAll(find());
        return all;
    }

    private Set<ProcessIdentity> living(Set<ProcessIdentity> known) {
        return known.stream().filter(table::isAlive).collect(Collectors.toCollection(HashSet::new));
    }

    /** The group as a whole where members are left, and one by one those outside it: nobody gets a signal twice. */
    private Set<Long> targets(Set<ProcessIdentity> known) {
        Set<Long> targets = new HashSet<>();
        for (ProcessIdentity process : known) {
            table.find(process.pid())
                    .filter(entry -> entry.identity().equals(process))
                    .ifPresent(entry -> targets.add(inOwnGroup(entry) ? -entry.group() : entry.pid()));
        }
        return targets;
    }

    private boolean inOwnGroup(ProcessEntry entry) {
        return root != null && entry.group() == root.pid();
    }

    private Set<ProcessIdentity> closure(List<ProcessEntry> entries, Set<Long> marked) {
        Map<Long, List<ProcessEntry>> children = new HashMap<>();
        Deque<ProcessEntry> open = new ArrayDeque<>();
        boolean usesGroup = groupIsOurs(entries);
        for (ProcessEntry entry : entries) {
            children.computeIfAbsent(entry.parent(), pid -> new ArrayList<>()).add(entry);
            if (marked.contains(entry.pid()) || entry.identity().equals(root) || (usesGroup && inGroup(entry))) {
                open.add(entry);
            }
        }
        Set<ProcessIdentity> found = new HashSet<>();
        long self = ProcessHandle.current().pid();
        while (!open.isEmpty()) {
            ProcessEntry entry = open.remove();
            if (entry.pid() != self && found.add(entry.identity())) {
                open.addAll(children.getOrDefault(entry.pid(), List.of()));
            }
        }
        return found;
    }

    private boolean inGroup(ProcessEntry entry) {
        return root != null && (entry.group() == root.pid() || entry.session() == root.pid());
    }

    /** A group outlives its leader; it is a stranger's after a boot, and once its leader's pid is a stranger's. */
    private boolean groupIsOurs(List<ProcessEntry> entries) {
        return root != null
                && root.startTime().startsWith(table.bootId())
                && entries.stream()
                        .noneMatch(e -> e.pid() == root.pid() && !e.identity().equals(root));
    }
}
