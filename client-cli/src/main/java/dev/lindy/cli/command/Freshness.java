package dev.lindy.cli.command;

import dev.lindy.cli.view.Words;
import dev.lindy.run.RunId;
import dev.lindy.state.CancelRequests;
import dev.lindy.state.RunPicture;
import java.time.Duration;
import java.time.Instant;

/**
 * How good a picture of a run is: that of a run that goes on is only as good as the Worker that draws it.
 *
 * @param over whether the run has ended, so that its picture cannot grow old
 * @param workerLives whether the run's engine has a Worker on this host that gets to run
 * @param toBeCanceled whether a wish to cancel the run waits to be carried out
 */
record Freshness(RunId run, boolean over, boolean workerLives, boolean toBeCanceled, Instant writtenAt) {

    static Freshness of(CommandContext context, RunPicture picture) {
        return new Freshness(
                picture.start().run(),
                picture.snapshot().header().status().isTerminal(),
                WorkerSign.lives(context.state(), picture.start().engineId()),
                new CancelRequests(context.state(), picture.start().engineId())
                        .has(picture.start().run().value()),
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
        return " (as of %s ago; %s)".formatted(Words.of(Duration.between(writtenAt, now)), worker());
    }

    private String worker() {
        if (toBeCanceled) {
            return workerLives ? "a Worker cancels it" : "to be canceled by the next Worker; start one with `lindy up`";
        }
        return workerLives ? "a Worker lives" : "no Worker lives; go on with `lindy watch " + run + "`";
    }
}
