package dev.lindy.activities.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.activities.git.RefSnapshot;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.guard.SharedFiles;
import dev.lindy.activity.Dispatch;
import dev.lindy.payload.Payloads;
import dev.lindy.process.ProgramRecord;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of an agent's result needs, kept in the program's record.
 *
 * @param newSession id given to a fresh conversation, or null
 * @param resumedSession conversation that is continued, or null
 * @param refs the user's refs before the attempt
 * @param model that the agent was asked to use, or null where it chooses
 * @param failoverLeft how many others could do this attempt
 * @param next the first of them, or null
 * @param shared the repository's settings and hooks before any agent could change them; null in records of old
 */
record AttemptContext(
        Dispatch dispatch,
        Workspace workspace,
        String agent,
        @Nullable String newSession,
        @Nullable String resumedSession,
        RefSnapshot refs,
        @Nullable SharedFiles shared,
        @Nullable String model,
        int failoverLeft,
        @Nullable String next) {

    static AttemptContext of(ProgramRecord record) {
        try {
            return Payloads.mapper().treeToValue(record.spec().context(), AttemptContext.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    "could not read the record of " + record.spec().key(), e);
        }
    }
}
