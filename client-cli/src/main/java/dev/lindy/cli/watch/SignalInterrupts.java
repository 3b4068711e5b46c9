package dev.lindy.cli.watch;

import dev.lindy.cli.problem.ExitCode;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.utils.Signals;

/** Ctrl-C of the terminal: the first press is handed on, the second ends the process at once. */
public final class SignalInterrupts implements Interrupts {

    private static final String INT = "INT";

    @Override
    public Registration take(Runnable onInterrupt) {
        AtomicInteger presses = new AtomicInteger();
        Object former = Signals.register(INT, () -> {
            if (presses.incrementAndGet() > 1) {
                Runtime.getRuntime().halt(ExitCode.STILL_RUNNING);
            }
            onInterrupt.run();
        });
        return () -> Signals.unregister(INT, former);
    }
}
