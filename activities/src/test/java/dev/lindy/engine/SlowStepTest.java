package dev.lindy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SlowStepTest {

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void saysNothingOfWhatIsQuick() throws IOException {
        assertThat(SlowStep.quietlyAtFirst("building").<Integer>during(told::add, () -> 7))
                .isEqualTo(7);
        assertThat(told).isEmpty();
    }

    @Test
    void announcesWhatIsKnownToBeSlow() throws IOException {
        SlowStep.announced("building").during(told::add, () -> null);

        assertThat(told).containsExactly("building");
    }

    @Test
    void tellsAfterTheSilence() throws IOException {
        new SlowStep("building", Duration.ofMillis(5)).during(told::add, () -> {
            await().until(() -> !told.isEmpty());
            return told;
        });

        assertThat(told).containsExactly("building");
    }
}
