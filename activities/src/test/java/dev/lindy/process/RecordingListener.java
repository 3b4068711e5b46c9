package dev.lindy.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** Remembers what it was told; answers {@code CONTINUE} unless told otherwise. */
final class RecordingListener implements ProgramListener {

    record Told(ProgramRecord record, ProgramEnd end, boolean leftovers) {}

    final List<Told> ends = new CopyOnWriteArrayList<>();
    final Map<String, ProgramPulse> pulses = new ConcurrentHashMap<>();
    final Map<String, String> tokens = new ConcurrentHashMap<>();
    volatile Function<ProgramRecord, Answer> answer = record -> Answer.CONTINUE;
    volatile int failures;
    volatile Runnable beforeEnd = () -> {};

    @Override
    public Answer alive(ProgramRecord record, ProgramPulse pulse) {
        pulses.put(ProgramSpecs.name(record), pulse);
        tokens.put(ProgramSpecs.name(record), owner(record).taskToken());
        return answer.apply(record);
    }

    @Override
    public void ended(ProgramRecord record, ProgramEnd end) {
        beforeEnd.run();
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("the server is away");
        }
        ProcessMarker marker = ProcessMarker.program(record.spec().key());
        ends.add(new Told(record, end, !ProcessTable.ofHost().marked(marker).isEmpty()));
    }

    Told awaitEnd(String key) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> told(key), Optional::isPresent)
                .orElseThrow();
    }

    Optional<Told> told(String key) {
        return ends.stream()
                .filter(told -> ProgramSpecs.name(told.record()).equals(key))
                .reduce((first, last) -> last);
    }

    static ProgramOwner owner(ProgramRecord record) {
        ProgramOwner owner = record.spec().owner();
        if (owner == null) {
            throw new IllegalStateException("nobody owns " + record.spec().key());
        }
        return owner;
    }
}
