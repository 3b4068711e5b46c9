package dev.lindy.project.cleanup;

import dev.lindy.activities.git.Upkeep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Task branches whose last commit is old. */
final class BranchSweep {

    private final Upkeep git;
    private final RunOwners owners;
    private final Limits limits;
    private final Instant now;

    BranchSweep(Upkeep git, RunOwners owners, Limits limits, Instant now) {
        this.git = git;
        this.owners = owners;
        this.limits = limits;
        this.now = now;
    }

    List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        for (Upkeep.Branch branch : git.branches()) {
            Age age = Age.of(branch.committedAt(), now);
            if (age.exceeds(limits.branchAge())) {
                found.add(judge(branch, "last commit " + age));
            }
        }
        return found;
    }

    private Finding judge(Upkeep.Branch branch, String age) {
        if (branch.run() != null && owners.endOf(branch.run()).isEmpty()) {
            return keep(branch, age + "; run " + branch.run() + " is not known to be over");
        }
        if (branch.worktree() != null) {
            return keep(branch, age + "; it is checked out in " + branch.worktree());
        }
        Optional<String> holder = git.holder(branch.commit());
        return holder.isEmpty()
                ? keep(branch, age + "; its commits are in no other branch")
                : Finding.go(
                        Category.STALE_BRANCH,
                        branch.name(),
                        age + "; merged into " + holder.get(),
                        () -> git.delete(branch));
    }

    private static Finding keep(Upkeep.Branch branch, String why) {
        return Finding.keep(Category.STALE_BRANCH, branch.name(), why);
    }
}
