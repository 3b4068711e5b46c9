package dev.lindy.cli.command;

import dev.lindy.cli.view.Style;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;

/** What a status means to a person who reads a table. */
final class StatusStyle {

    private StatusStyle() {}

    static Style of(RunStatus status) {
        return switch (status) {
            case COMPLETED -> Style.PASSED;
            case FAILED -> Style.FAILED;
            case CANCELED -> Style.SKIPPED;
            case PAUSED, AWAITING_APPROVAL -> Style.WARNING;
            case PLANNING, RUNNING -> Style.WORKING;
        };
    }

    static Style of(TaskStatus status) {
        return switch (status) {
            case COMPLETED -> Style.PASSED;
            case FAILED -> Style.FAILED;
            case SKIPPED, CANCELED -> Style.SKIPPED;
            case PENDING -> Style.PENDING;
            case WORKING, GATING, INTEGRATING -> Style.WORKING;
        };
    }

    static Style of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Style.PASSED;
            case REJECTED -> Style.REJECTED;
            case BROKEN -> Style.FAILED;
            case FLAKY, BASELINE -> Style.WARNING;
        };
    }
}
