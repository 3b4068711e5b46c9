package dev.lindy.activities.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lindy.activities.git.Workspace;
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
import java.util.Optional;

/** Remembers where a task's worktree is, for gates and integration. */
public final class WorkspaceFile {

    private final Path file;

    private WorkspaceFile(Path file) {
        this.file = file;
    }

    public static WorkspaceFile of(RunFolder run, TaskId task) {
        return new WorkspaceFile(
                run.root().resolve(".lindy").resolve("workspaces").resolve(task.value() + ".json"));
    }

    public void write(Workspace workspace) {
        try {
            PrivateFiles.write(file, Payloads.mapper().writeValueAsBytes(workspace));
        } catch (IOException e) {
            throw new UncheckedIOException("could not write `" + file + "`", e);
        }
    }

    /** The worktree, or empty before the first attempt. */
    public Optional<Workspace> read() {
        try {
            return Optional.of(
                    WholeRecord.require(Payloads.mapper().readValue(Files.readAllBytes(file), Workspace.class)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException damaged) {
            // as good as none: it is made again
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }
}
