package dev.lindy.activities.ci;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.document.WholeRecord;
import dev.lindy.payload.Payloads;
import dev.lindy.plan.TaskId;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a task has sent to the remote, written down before it is sent: only what is ours may be replaced there.
 *
 * @param branch short name at the remote
 * @param commits all that may be there by us, oldest first
 */
record PushedCommits(String branch, List<String> commits) {

    PushedCommits {
        commits = List.copyOf(commits);
    }

    static Optional<PushedCommits> read(RunFolder run, TaskId task) {
        try {
            return Optional.of(WholeRecord.require(
                    Payloads.mapper().readValue(Files.readAllBytes(file(run, task)), PushedCommits.class)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
            // as good as none: the remote's branch then counts as somebody else's
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file(run, task) + "`", e);
        }
    }

    PushedCommits with(String commit) {
        List<String> more = new ArrayList<>(commits);
        more.remove(commit);
        more.add(commit);
        return new PushedCommits(branch, more);
    }

    void write(RunFolder run, TaskId task) {
        try {
            PrivateFiles.write(file(run, task), Payloads.mapper().writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file(run, task) + "`", e);
        }
    }

    private static Path file(RunFolder run, TaskId task) {
        return run.root().resolve(".lindy").resolve("pushed").resolve(task.value() + ".json");
    }
}
