package dev.lindy.project.cleanup;

import dev.lindy.run.RunId;
import dev.lindy.state.PrivateFiles;
import dev.lindy.state.RunPicture;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Evidence of runs that ended long ago. Their journals stay in git, so that they can still be resumed. */
final class RunSweep {

    private static final String REMOVED = ".removed";

    private final StateDirectory state;
    private final RunOwners owners;
    private final Path project;
    private final Limits limits;
    private final Instant now;

    RunSweep(StateDirectory state, RunOwners owners, Path project, Limits limits, Instant now) {
        this.state = state;
        this.owners = owners;
        this.project = project;
        this.limits = limits;
        this.now = now;
    }

    /** @param going worktrees that go as well; a run with another one keeps its evidence */
    List<Finding> look(Set<Path> going) {
        List<Finding> found = new ArrayList<>();
        for (RunPicture run : owners.ofProject()) {
            Optional<Instant> end = RunOwners.end(run.snapshot().header());
            if (end.isPresent() && Age.of(end.get(), now).exceeds(limits.runAge())) {
                found.add(judge(run.start().run(), "ended " + Age.of(end.get(), now), going));
            }
        }
        return found;
    }

    private Finding judge(RunId run, String age, Set<Path> going) {
        List<Path> worktrees = new ArrayList<>(worktrees(run));
        worktrees.removeAll(going);
        String status = age + "; ";
        return worktrees.isEmpty()
                ? Finding.go(Category.OLD_RUN, run.value(), status + "its journal stays in git", () -> remove(run))
                : Finding.keep(Category.OLD_RUN, run.value(), status + "its worktree " + worktrees.get(0) + " is kept");
    }

    private List<Path> worktrees(RunId run) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(state.worktrees(run).toRealPath())) {
            folders.forEach(found::add);
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            // a folder that cannot be read is kept, and so is what belongs to it
            return List.of(state.worktrees(run));
        }
        return found;
    }

    private String remove(RunId run) {
        if (owners.endOf(run.value()).isEmpty()) {
            return "the run goes on again";
        }
        if (!worktrees(run).isEmpty()) {
            return "it still has a worktree";
        }
        Path folder = state.run(run).root();
        Path removed = folder.resolveSibling(run + REMOVED);
        try {
            // in one step, so that nobody sees half a run
            Files.move(folder, removed, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.deleteTree(removed);
            Files.deleteIfExists(state.worktrees(run));
            unlink(project.resolve(".orchestrator").resolve("runs").resolve(run.value()), folder);
            return "";
        } catch (IOException e) {
            return "could not remove `" + folder + "`: " + e.getMessage();
        }
    }

    private static void unlink(Path link, Path folder) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(folder)) {
            Files.delete(link);
        }
    }
}
