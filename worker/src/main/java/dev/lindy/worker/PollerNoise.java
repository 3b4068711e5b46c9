package dev.lindy.worker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the SDK says about a server that does not answer out of the log: dozens of lines a second, about
 * something that the guardian of the server says in one.
 */
public final class PollerNoise extends Filter<ILoggingEvent> {

    private static final String SDK = "io.temporal.";
    private static final String AWAY = "UNAVAILABLE";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (!event.getLoggerName().startsWith(SDK)) {
            return FilterReply.NEUTRAL;
        }
        boolean isNoise = event.getFormattedMessage().contains(AWAY) || isAway(event.getThrowableProxy());
        return isNoise ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    private static boolean isAway(@Nullable IThrowableProxy thrown) {
        for (IThrowableProxy at = thrown; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && message.contains(AWAY)) {
                return true;
            }
        }
        return false;
    }
}
