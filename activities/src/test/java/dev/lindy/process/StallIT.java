package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.process.ProgramEnd.Reason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StallIT {

    @TempDir
    Path folder;

    private ProgramHouse house;

    @BeforeEach
    void open() {
        house = new ProgramHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** W-27: less than ten minutes were impossible. */
    @Test
    void endsASilentProgramThatUsesNoCpu() {
        house.watch();
        house.programs.request(stalling().shell("a", "sleep 100"));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.STALLED);
        assertThat(end.message()).isEqualTo("ended after silence without CPU use for 1s");
        assertThat(Duration.between(end.launchedAt(), end.endedAt())).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void letsAProgramLiveThatWritesNowAndThen() {
        house.watch();
        house.programs.request(stalling().shell("a", "for i in 1 2 3 4 5; do sleep 0.5; echo $i >&2; done"));

        assertThat(house.listener.awaitEnd("a").end().reason()).isEqualTo(Reason.EXITED);
    }

    @Test
    void letsASilentProgramLiveWhoseChildUsesCpu() {
        house.watch();
        house.programs.request(stalling().shell("a", "timeout 3 sh -c 'while :; do :; done'; exit 0"));

        assertThat(house.listener.awaitEnd("a").end().reason()).isEqualTo(Reason.EXITED);
    }

    @Test
    void letsASilentProgramLiveThatSaidThatItIsBusy() {
        house.senses = record -> new TalkSense(Collections.synchronizedList(new ArrayList<>()));
        house.watch();
        house.programs.request(stalling().shell("a", "echo busy; sleep 3; echo done; sleep 100"));

        ProgramEnd end = house.listener.awaitEnd("a").end();

        assertThat(end.reason()).isEqualTo(Reason.STALLED);
        assertThat(Duration.between(end.launchedAt(), end.endedAt())).isGreaterThan(Duration.ofSeconds(4));
    }

    @Test
    void feedsAnAdoptedProgramsOutputFromItsStart() {
        List<String> first = Collections.synchronizedList(new ArrayList<>());
        List<String> second = Collections.synchronizedList(new ArrayList<>());
        house.senses = record -> new TalkSense(first);
        ProgramWatch watch = house.watch();
        house.programs.request(house.specs.shell("a", "echo one; sleep 100"));
        ProgramHouse.await().until(() -> first.contains("one"));
        watch.close();

        house.senses = record -> new TalkSense(second);
        house.watch();

        ProgramHouse.await().until(() -> second.contains("one"));
    }

    @Test
    void survivesALineOf20MegabytesInvalidUtf8AndASenseThatFails() {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        house.senses = record -> ProgramSpecs.name(record).equals("b") ? new BrokenSense() : new TalkSense(lines);
        house.watch();
        house.programs.request(
                house.specs.shell(
                        "a",
                        "head -c 20000000 /dev/zero | tr '\\0' x; printf '\\nbad \\377\\376 bytes\\nlast\\n'; while [ ! -e go ]; do sleep 0.05; done"));
        house.programs.request(house.specs.shell("b", "echo x; sleep 0.5; exit 3"));

        ProgramHouse.await().until(() -> lines.contains("last"));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).hasSize(LineTail.MAX_LINE);
        assertThat(lines.get(1)).isEqualTo("bad \uFFFD\uFFFD bytes");
        assertThat(house.listener.awaitEnd("b").end().exitCode()).isEqualTo(3);
    }

    private ProgramSpecs stalling() {
        return house.specs.withStallAfter(Duration.ofSeconds(1));
    }

    private record TalkSense(List<String> lines) implements LifeSense {
        @Override
        public void line(String line) {
            lines.add(line);
        }

        @Override
        public boolean isBusy() {
            return !lines.isEmpty() && lines.get(lines.size() - 1).equals("busy");
        }
    }

    private record BrokenSense() implements LifeSense {
        @Override
        public void line(String line) {
            throw new IllegalStateException("cannot read this");
        }

        @Override
        public boolean isBusy() {
            return false;
        }
    }
}
