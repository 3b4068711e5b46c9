package dev.lindy.cli.watch;

import dev.lindy.run.RunSnapshot;
import java.util.List;

/** A picture of a run that follows it. Used by one thread. */
public interface RunView extends AutoCloseable {

    /** Shows the run as it is now; also called when nothing changed, for clocks. */
    void show(RunSnapshot now, List<RunChange> changes);

    /** Says what Lindy itself does, for instance that it restarts the engine. */
    void notice(String line);

    /** Leaves the screen as a person wants to find it. */
    @Override
    void close();
}
