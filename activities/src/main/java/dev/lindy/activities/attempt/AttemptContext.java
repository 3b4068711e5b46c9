package dev.lindy.activities.attempt;

import dev.lindy.activities.git.RefSnapshot;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activity.Dispatch;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of an agent's result needs, kept in the program's record.
 *
 * @param newSession id given to a fresh conversation, or null
 * @param resumedSession conversation that is continued, or null
 * @param refs the user's refs before the attempt
 */
record AttemptContext(
        Dispatch dispatch,
        Workspace workspace,
        String agent,
        @Nullable String newSession,
        @Nullable String resumedSession,
        RefSnapshot refs) {}
