package dev.lindy.activities.finding;

import org.jspecify.annotations.Nullable;

/**
 * A test that failed.
 *
 * @param id whole, so that it names this test alone in every run of the same command
 * @param reason one line, may be empty
 */
public record FailedTest(String id, String reason, @Nullable Place place) {

    FailedTest with(FailedTest more) {
        return new FailedTest(id, reason.isEmpty() ? more.reason : reason, place == null ? more.place : place);
    }
}
