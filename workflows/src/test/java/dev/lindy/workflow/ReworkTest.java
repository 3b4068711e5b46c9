package dev.lindy.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.policy.AttemptPolicy;
import dev.lindy.run.Attempt;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader.Attention;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** W-26: every failure of an agent ended its task in the original. */
class ReworkTest {

    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
    private static final Rework REWORK = new Rework(AttemptPolicy.defaults());

    /** The table of outcomes for a first attempt. */
    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(new Outcome.RejectedByGate(List.of("unit"), "no"), new Rework.Next.Again(true)),
                Arguments.of(new Outcome.Conflict(List.of("a.txt")), new Rework.Next.Again(true)),
                Arguments.of(new Outcome.NoChange("nothing"), new Rework.Next.Again(true)),
                Arguments.of(new Outcome.AgentFailed("exit 1"), new Rework.Next.Again(false)),
                Arguments.of(new Outcome.Stalled("silent"), new Rework.Next.Again(true)),
                Arguments.of(new Outcome.TimedOut("late"), new Rework.Next.Again(true)),
                Arguments.of(new Outcome.ContextExhausted("full"), new Rework.Next.Again(false)),
                Arguments.of(
                        new Outcome.Quota("limit", NOW.plusSeconds(90)),
                        new Rework.Next.Repeat(true, Duration.ofSeconds(90))),
                Arguments.of(new Outcome.Quota("limit", null), new Rework.Next.Repeat(true, Duration.ofMinutes(15))),
                Arguments.of(new Outcome.Transient("503"), new Rework.Next.Repeat(true, Duration.ofSeconds(10))),
                Arguments.of(new Outcome.BudgetExhausted("over $5"), new Rework.Next.Fail("over $5")),
                Arguments.of(
                        new Outcome.AuthMissing("not logged in", "log in"),
                        new Rework.Next.Hold(new Attention("not logged in", "log in"))),
                Arguments.of(
                        new Outcome.AgentNotInstalled("no codex", "install it"),
                        new Rework.Next.Hold(new Attention("no codex", "install it"))),
                Arguments.of(
                        new Outcome.NeedsAnswer("which database?"),
                        new Rework.Next.Hold(new Attention(
                                "which database?",
                                "settle what the agent asks for, for instance allow it in its settings"))),
                Arguments.of(new Outcome.Interrupted("host died"), new Rework.Next.Repeat(true, Duration.ZERO)),
                Arguments.of(new Outcome.Canceled("canceled"), new Rework.Next.Fail("canceled")));
    }

    @ParameterizedTest
    @MethodSource("table")
    void followsTheTableOfOutcomes(Outcome outcome, Rework.Next expected) {
        assertThat(REWORK.after(outcome, attempts(outcome), 0, 0, NOW)).isEqualTo(expected);
    }

    @Test
    void hasARowForEveryOutcomeThatNeedsOne() {
        List<Class<?>> rows =
                table().map(row -> row.get()[0].getClass()).distinct().collect(ArrayList::new, List::add, List::addAll);
        rows.add(Outcome.Accepted.class);

        assertThat(rows).containsExactlyInAnyOrder(Outcome.class.getPermittedSubclasses());
    }

    static Stream<Outcome> counted() {
        return Stream.of(
                new Outcome.RejectedByGate(List.of("unit"), "no"),
                new Outcome.Conflict(List.of("a.txt")),
                new Outcome.AgentFailed("exit 1"),
                new Outcome.ContextExhausted("full"));
    }

    @ParameterizedTest
    @MethodSource("counted")
    void failsAfterTheLastRetry(Outcome outcome) {
        assertThat(REWORK.after(outcome, attempts(outcome, outcome), 0, 0, NOW)).isInstanceOf(Rework.Next.Again.class);
        assertThat(REWORK.after(outcome, attempts(outcome, outcome, outcome), 0, 0, NOW))
                .isEqualTo(new Rework.Next.Fail(outcome.message()));
    }

    @Test
    void allowsOneAttemptWithoutChange() {
        Outcome noChange = new Outcome.NoChange("nothing");

        assertThat(REWORK.after(noChange, attempts(noChange, noChange), 0, 0, NOW))
                .isEqualTo(new Rework.Next.Fail("nothing"));
    }

    @Test
    void countsStallsAndTimeOutsTogether() {
        Outcome stalled = new Outcome.Stalled("silent");
        Outcome late = new Outcome.TimedOut("late");

        assertThat(REWORK.after(late, attempts(stalled, late), 0, 0, NOW)).isEqualTo(new Rework.Next.Fail("late"));
    }

    @Test
    void countsWhatPassesTooOften() {
        Outcome passing = new Outcome.Transient("503");
        Outcome interrupted = new Outcome.Interrupted("host died");

        assertThat(REWORK.after(passing, attempts(passing), 0, 9, NOW)).isInstanceOf(Rework.Next.Repeat.class);
        assertThat(REWORK.after(passing, attempts(passing), 0, 10, NOW)).isInstanceOf(Rework.Next.Again.class);
        assertThat(REWORK.after(interrupted, attempts(interrupted), 2, 0, NOW)).isInstanceOf(Rework.Next.Repeat.class);
        assertThat(REWORK.after(interrupted, attempts(interrupted), 3, 0, NOW)).isInstanceOf(Rework.Next.Again.class);
    }

    @Test
    void recordsTheInterruptionThatCountsAsAFailureOfTheAgent() {
        Outcome interrupted = new Outcome.Interrupted("host died");

        assertThat(REWORK.onRecord(interrupted, 2)).isEqualTo(interrupted);
        assertThat(REWORK.onRecord(interrupted, 3))
                .isEqualTo(new Outcome.AgentFailed("host died; that was interruption 4"));
        assertThat(REWORK.onRecord(new Outcome.TimedOut("slow"), 3)).isEqualTo(new Outcome.TimedOut("slow"));
    }

    @Test
    void waitsNoLongerThanTheLongestBackoff() {
        Outcome passing = new Outcome.Transient("503");

        assertThat(REWORK.after(passing, attempts(passing), 0, 3, NOW))
                .isEqualTo(new Rework.Next.Repeat(true, Duration.ofSeconds(80)));
        assertThat(REWORK.after(passing, attempts(passing), 0, 9, NOW))
                .isEqualTo(new Rework.Next.Repeat(true, Duration.ofMinutes(10)));
    }

    @Test
    void doesNotHurryWhereTheQuotaShouldBeBackAlready() {
        Outcome back = new Outcome.Quota("limit", NOW);
        Outcome longBack = new Outcome.Quota("limit", NOW.minusSeconds(60));

        assertThat(REWORK.after(back, attempts(back), 0, 0, NOW))
                .isEqualTo(new Rework.Next.Repeat(true, Duration.ofSeconds(10)));
        assertThat(REWORK.after(longBack, attempts(longBack), 0, 0, NOW))
                .isEqualTo(new Rework.Next.Repeat(true, Duration.ofSeconds(10)));
    }

    private static List<Attempt> attempts(Outcome... outcomes) {
        return Arrays.stream(outcomes)
                .map(outcome -> new Attempt(1, 0, "scripted", null, NOW, NOW, 0, outcome, null, List.of()))
                .toList();
    }
}
