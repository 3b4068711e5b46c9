package dev.lindy.activities.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaResetTest {

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You've hit your 5-hour limit · resets 12:45pm (UTC) | 2026-11-01T12:45:00Z",
                "You've hit your 5-hour limit · resets 3am (UTC)     | 2026-11-02T03:00:00Z",
                "weekly limit · resets Nov 12, 8am (Europe/Paris)    | 2026-11-12T07:00:00Z",
                "weekly limit · resets Jan 2 at 12am (UTC)           | 2027-01-02T00:00:00Z",
                "limit · resets at 5pm                               | 2026-11-01T17:00:00Z",
            })
    void readsTheTime(String text, Instant expected) {
        assertThat(QuotaReset.in(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no limit",
                "resets soon",
                "resets Foo 12, 8am (UTC)",
                "resets 3am (No/Where)",
                "resets Feb 31, 1am"
            })
    void findsNoneWhereThereIsNone(String text) {
        assertThat(QuotaReset.in(text, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Claude AI usage limit reached|1793540000"})
    void readsEpochSeconds(String text) {
        assertThat(QuotaReset.in(text, NOW)).contains(Instant.ofEpochSecond(1_793_540_000));
    }
}
