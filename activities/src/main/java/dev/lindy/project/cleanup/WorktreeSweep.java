package dev.lindy.project.cleanup;

import dev.lindy.activities.git.Upkeep;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Worktrees of runs that ended long ago, and those that version 0.15 of the original left in {@code .worktrees/}. */
final class WorktreeSweep {

    private final Upkeep git;
    private final RunOwners owners;
    private final Path ours;
    private final Path originals;
    private final Limits limits;
    private final Instant now;

    WorktreeSweep(Upkeep git, RunOwners owners, StateDirectory state, Path project, Limits limits, Instant now) {
        this.git = git;
        this.owners = owners;
        this.ours = real(state.root().resolve("worktrees"));
        this.originals = real(project).resolve(".worktrees");
        this.limits = limits;
        this.now = now;
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            // git knows no worktree in a folder that is not there
            return folder.toAbsolutePath().normalize();
        }
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (Path root : git.worktrees()) {
            if (root.startsWith(ours) && root.getNameCount() == ours.getNameCount() + 2) {
                ofRun(root, runOf(root)).ifPresent(found::add);
            } else if (root.startsWith(originals) && !root.equals(originals)) {
                found.add(judge(root, "left by lindy-orchestrator"));
            }
        }
        return found;
    }

    private String runOf(Path root) {
        return root.getName(ours.getNameCount()).toString();
    }

    private Optional<Finding> ofRun(Path root, String run) {
        Optional<Instant> end = owners.endOf(run);
        if (end.isEmpty()) {
            return Optional.of(
                    Finding.keep(Category.STALE_WORKTREE, root.toString(), "run " + run + " is not known to be over"));
        }
        Age age = Age.of(end.get(), now);
        if (StateDirectory.isReview(root)) {
            return Optional.of(Finding.go(
                    Category.STALE_WORKTREE,
                    root.toString(),
                    "an agent judged in it, and run " + run + " ended " + age,
                    () -> git.discard(root)));
        }
        return age.exceeds(limits.branchAge())
                ? Optional.of(judge(root, "run " + run + " ended " + age))
                : Optional.empty();
    }

    private Finding judge(Path root, String owner) {
        String loss = git.wouldLose(root);
        return loss.isEmpty()
                ? Finding.go(
                        Category.STALE_WORKTREE, root.toString(), owner + "; its branch stays", () -> git.remove(root))
                : Finding.keep(Category.STALE_WORKTREE, root.toString(), owner + "; " + loss);
    }
}
