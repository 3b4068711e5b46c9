package dev.lindy.it;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures that a person may want to read in the log of the build. */
final class Measured {

    private static final Logger LOG = LoggerFactory.getLogger(Measured.class);

    private Measured() {}

    static Duration tell(String what, Duration time) {
        LOG.info("measured: {}: {} ms", what, time.toMillis());
        return time;
    }

    static long tell(String what, long amount, String unit) {
        LOG.info("measured: {}: {} {}", what, amount, unit);
        return amount;
    }
}
