package dev.lindy.activities.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.failure.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureMappingTest {

    @ParameterizedTest
    @EnumSource(FailureType.class)
    void keepsTheTypeAndWhetherItIsWorthAnotherDelivery(FailureType type) {
        ApplicationFailure failure = FailureMapping.toFailure(new LindyException(type, "could not do `x`", "do y"));

        assertThat(failure.getType()).isEqualTo(type.name());
        assertThat(failure.isNonRetryable()).isEqualTo(!type.isRetryable());
        assertThat(failure.getOriginalMessage()).isEqualTo("could not do `x`\n\nhint: do y");
    }

    @Test
    void keepsCausesOutOfTheHistory() {
        ApplicationFailure failure = FailureMapping.toFailure(
                new LindyException(FailureType.WORKSPACE_UNUSABLE, "no", "", new IOException("secret detail")));

        assertThat(failure.getCause()).isNull();
        assertThat(failure.getOriginalMessage()).isEqualTo("no");
    }

    @Test
    void looksThroughWrappers() {
        Throwable wrapped = new CompletionException(new LindyException(FailureType.PLAN_INVALID, "circle", ""));

        assertThat(FailureMapping.toFailure(wrapped).getType()).isEqualTo("PLAN_INVALID");
    }

    @Test
    void namesTheFileAndSparesPeopleClassNames() {
        ApplicationFailure failure = FailureMapping.toFailure(
                new UncheckedIOException("could not read the plan", new NoSuchFileException("/a/plan.json")));

        assertThat(failure.getType()).isEqualTo("INFRASTRUCTURE");
        assertThat(failure.isNonRetryable()).isFalse();
        assertThat(failure.getOriginalMessage())
                .startsWith("could not read the plan: could not use `/a/plan.json`: no such file\n");
    }

    @Test
    void namesAFileThatTheWrapperDoesNot() {
        ApplicationFailure failure =
                FailureMapping.toFailure(new UncheckedIOException(new NoSuchFileException("/a/plan.json")));

        assertThat(failure.getOriginalMessage()).startsWith("could not use `/a/plan.json`: no such file\n");
    }

    @Test
    void takesWhatNobodyForesawForAnInfrastructureFault() {
        ApplicationFailure failure = FailureMapping.toFailure(new NullPointerException());

        assertThat(failure.getType()).isEqualTo("INFRASTRUCTURE");
        assertThat(failure.getOriginalMessage()).startsWith("unexpected problem: null pointer\n");
    }

    @Test
    void leavesFailuresOfTemporalAlone() {
        ApplicationFailure failure = ApplicationFailure.newFailure("m", "OTHER");

        assertThat(FailureMapping.toFailure(failure)).isSameAs(failure);
    }

    @Test
    void cutsLongMessages() {
        ApplicationFailure failure =
                FailureMapping.toFailure(new LindyException(FailureType.INFRASTRUCTURE, "x".repeat(100_000), ""));

        assertThat(failure.getOriginalMessage())
                .hasSize(FailureMapping.MESSAGE_LIMIT)
                .endsWith("…");
    }
}
