package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.activity.OpenedRun;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final OpenedRun NEW =
            new OpenedRun(new BaseRef("main", "base"), "af/goal-0a1b2c3d", List.of(), null, null);

    private final RunProgress progress = new RunProgress(request(parallel(1)), NOW);

    static Stream<Consumer<RunProgress>> changes() {
        return Stream.of(
                progress -> progress.opened(NEW),
                progress -> progress.spent(0.5, false),
                progress -> progress.notes(List.of("a note")),
                progress -> progress.phase(RunStatus.RUNNING),
                progress -> progress.paused(null),
                RunProgress::resumed,
                progress -> progress.ended(RunStatus.COMPLETED, NOW));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isNewerAfterEveryChange(Consumer<RunProgress> change) {
        progress.paused(null);
        long before = progress.header().sequence();

        change.accept(progress);

        assertThat(progress.header().sequence()).isGreaterThan(before);
    }

    @Test
    void outranksTheExecutionThatItContinues() {
        progress.spent(0.25, false);
        progress.notes(List.of("earlier"));
        RunHeader earlier = progress.header();
        RunProgress later = new RunProgress(request(parallel(1)), NOW.plusSeconds(60));

        later.opened(new OpenedRun(new BaseRef("main", "base"), "af/goal-0a1b2c3d", List.of(), earlier, null));

        assertThat(later.header().sequence()).isGreaterThan(1_000_000);
        assertThat(later.header().startedAt()).isEqualTo(NOW);
        assertThat(later.plannerCostUsd()).isEqualTo(0.25);
    }

    @Test
    void isNoLongerPausedOnceItHasEnded() {
        progress.paused(new RunHeader.Attention("why", "what"));

        progress.ended(RunStatus.CANCELED, NOW);

        assertThat(progress.header().status()).isEqualTo(RunStatus.CANCELED);
        assertThat(progress.header().attention()).isNull();
        assertThat(progress.header().endedAt()).isEqualTo(NOW);
    }
}
