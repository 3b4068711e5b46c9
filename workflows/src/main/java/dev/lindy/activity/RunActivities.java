package dev.lindy.activity;

import io.temporal.activity.ActivityInterface;

/** The run as a whole on this host: its branch, its records, its report. */
@ActivityInterface(namePrefix = "Run.")
public interface RunActivities {

    /**
     * Resolves the base commit, claims the goal branch and reads the journal of an earlier execution.
     *
     * <p>Idempotent: a second delivery finds the goal ref and the journal of the first.
     */
    OpenedRun open(OpenRun request);

    /**
     * Writes the header and the changed tasks into the projection and the journal.
     *
     * <p>Idempotent by sequence numbers: an older picture never replaces a newer one.
     */
    void record(RecordRun request);

    /**
     * Writes report, session file and final journal entry.
     *
     * <p>Idempotent: a second delivery writes the same files again.
     */
    WrittenReport report(ReportRun request);
}
