package dev.lindy.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Sends signals through the shell's own {@code kill}; Java knows no process groups. */
final class Signals {

    private static final int TARGETS_PER_CALL = 500;

    private Signals() {}

    /** Signals processes (positive ids) and whole groups (negative ids); those that are gone are passed over. */
    static void send(String signal, Collection<Long> targets) throws InterruptedException {
        List<Long> all = List.copyOf(targets);
        for (int from = 0; from < all.size(); from += TARGETS_PER_CALL) {
            kill(signal, all.subList(from, Math.min(all.size(), from + TARGETS_PER_CALL)));
        }
    }

    private static void kill(String signal, List<Long> targets) throws InterruptedException {
        // `kill -TERM -- -1234` is refused by dash, `kill -s TERM -- -1234` is not.
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "for t; do kill -s \"$0\" -- \"$t\"; done", signal));
        targets.forEach(target -> command.add(Long.toString(target)));
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("could not signal processes with `sh`", e);
        }
    }
}
