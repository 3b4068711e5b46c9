package dev.lindy.cli.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.payload.Payloads;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Stop;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunPicture;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;

/**
 * A run whose records are there and which Temporal did not take. Without a word of it, it would be shown as planning for
 * ever; should it have been started nevertheless, what its Worker writes counts.
 */
record UnstartedRun(RunPicture picture) {

    /** Shows the run as failed, for a reason in a sentence, unless a Worker has written something. */
    void write(String reason, Instant now) {
        if (Files.exists(picture.folder().header())) {
            return;
        }
        RunHeader planning = picture.snapshot().header();
        RunHeader failed = new RunHeader(
                planning.run(),
                planning.workflowId(),
                planning.sequence(),
                planning.goal(),
                planning.projectRoot(),
                RunStatus.FAILED,
                planning.startedAt(),
                now,
                null,
                null,
                0,
                planning.notes(),
                null,
                Stop.because("the run could not be started: " + reason, false),
                false);
        try {
            PrivateFiles.write(picture.folder().header(), Payloads.mapper().writeValueAsBytes(failed));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("could not write a run's records", e);
        }
    }
}
