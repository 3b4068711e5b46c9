package dev.lindy.activity;

import io.temporal.activity.ActivityInterface;

/** Gates that a CI service answers; it is asked again and again, and nothing waits in between. */
@ActivityInterface(namePrefix = "Ci.")
public interface CiActivities {

    /**
     * Puts the commit on the task's branch at the remote.
     *
     * <p>Idempotent: the remote is looked at first, and a commit that is there already is not pushed again.
     *
     * @return a verdict where that cannot be done, {@link CiAnswer#pending pending} where it is worth another try
     */
    CiAnswer push(CiQuestion question);

    /**
     * Looks once at the runs of the commit.
     *
     * <p>Idempotent: it reads, and writes the same evidence again.
     */
    CiAnswer look(CiQuestion question);
}
