package dev.lindy.worker.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Asking again until it is so. */
final class Patience {

    private static final long FIRST_MILLIS = 20;
    private static final long LONGEST_MILLIS = 500;

    private Patience() {}

    /** Asks until the answer is yes, more and more rarely; returns whether it was in time. */
    static boolean until(Duration limit, BooleanSupplier question) {
        long deadline = System.nanoTime() + limit.toNanos();
        long pause = FIRST_MILLIS;
        while (!question.getAsBoolean()) {
            if (System.nanoTime() > deadline || !sleep(pause)) {
                return false;
            }
            pause = Math.min(LONGEST_MILLIS, pause * 2);
        }
        return true;
    }

    private static boolean sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
