package dev.lindy.cli.watch;

import dev.lindy.cli.client.RunEnd;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunSnapshot;

/** Why watching a run stopped. */
public sealed interface WatchEnd {

    /** The last picture of the run. */
    RunSnapshot last();

    /** The run is over. */
    record Finished(RunSnapshot last, RunEnd end) implements WatchEnd {}

    /** The run waits for a person. */
    record NeedsAttention(RunSnapshot last, RunHeader.Attention attention) implements WatchEnd {}

    /** The person went away; the run goes on. */
    record Detached(RunSnapshot last) implements WatchEnd {}

    /** The run came to what the watcher waited for. */
    record Reached(RunSnapshot last) implements WatchEnd {}
}
