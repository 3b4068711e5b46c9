package dev.lindy.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PollerNoiseTest {

    private static final Throwable AWAY =
            new IllegalStateException("poll failed", Status.UNAVAILABLE.asRuntimeException());

    @Test
    void dropsWhatPollersSayAboutAnAbsentServer() {
        assertThat(decide("io.temporal.internal.worker.BasePoller", "Failure in poller", AWAY))
                .isEqualTo(FilterReply.DENY);
    }

    @Test
    void keepsOtherTroubleOfPollers() {
        Throwable denied = Status.PERMISSION_DENIED.asRuntimeException();

        assertThat(decide("io.temporal.internal.worker.BasePoller", "Failure in poller", denied))
                .isEqualTo(FilterReply.NEUTRAL);
        assertThat(decide("io.temporal.internal.worker.BasePoller", "Failure in poller", null))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    @Test
    void keepsOurOwnWords() {
        assertThat(decide("dev.lindy.worker.engine.ServerGuardian", "UNAVAILABLE", AWAY))
                .isEqualTo(FilterReply.NEUTRAL);
    }

    private static FilterReply decide(String logger, String message, @Nullable Throwable thrown) {
        Logger named = new LoggerContext().getLogger(logger);
        return new PollerNoise().decide(new LoggingEvent("PollerNoiseTest", named, Level.WARN, message, thrown, null));
    }
}
