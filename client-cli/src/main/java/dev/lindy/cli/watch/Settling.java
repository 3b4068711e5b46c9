package dev.lindy.cli.watch;

import dev.lindy.run.RunSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan appears on disk task by task: holds a picture back until no more tasks come. */
final class Settling {

    private int seen;

    /**
     * The picture to show.
     *
     * @param shown the last one that was shown, or null
     */
    RunSnapshot of(@Nullable RunSnapshot shown, RunSnapshot now) {
        boolean grows = now.tasks().size() != seen;
        seen = now.tasks().size();
        if (!grows) {
            return now;
        }
        return shown == null ? new RunSnapshot(now.header(), List.of()) : shown;
    }
}
