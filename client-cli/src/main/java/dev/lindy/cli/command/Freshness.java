package dev.lindy.cli.command;

import dev.lindy.cli.view.Words;
import dev.lindy.run.RunId;
import dev.lindy.state.RunPicture;
import java.time.Duration;
import java.time.Instant;

/**
 * How good a picture of a run is: that of a run that goes on is only as good as the Worker that draws it.
 *
 * @param over whether the run has ended, so that its picture cannot grow old
 * @param workerLives whether the run's engine has a Worker on this host
 */
record Freshness(RunId run, boolean over, boolean workerLives, Instant writtenAt) {

    static Freshness of(CommandContext context, RunPicture picture) {
        return new Freshness(
                picture.start().run(),
                picture.snapshot().header().status().isTerminal(),
                WorkerSign.lives(context.state(), picture.start().engineId()),
                picture.writtenAt());
    }

    /** Whether what the picture calls going on may long have stopped. */
    boolean isStale() {
        return !over && !workerLives;
    }

    /** For instance {@code  (as of 3s ago; a Worker lives)}; empty where the run is over. */
    String words(Instant now) {
        if (over) {
            return "";
        }
        String worker = workerLives ? "a Worker lives" : "no Worker lives; go on with `lindy watch " + run + "`";
        return " (as of %s ago; %s)".formatted(Words.of(Duration.between(writtenAt, now)), worker);
    }
}
