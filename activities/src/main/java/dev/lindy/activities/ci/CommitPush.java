package dev.lindy.activities.ci;

import dev.lindy.activities.git.remote.PushAnswer;
import dev.lindy.activities.git.remote.Remote;
import dev.lindy.activities.git.remote.RemoteException;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import dev.lindy.state.RunFolder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Brings a commit to the task's branch at the remote, {@code <branch>}, or {@code <branch>-<run>} where somebody
 * else has that one. Never replaces a commit that is not ours.
 */
final class CommitPush {

    private final Remote remote;
    private final RunFolder folder;
    private final TaskId task;
    private final List<String> names;

    /** @param branch the task's branch here */
    CommitPush(Remote remote, RunFolder folder, RunId run, TaskId task, String branch) {
        this.remote = remote;
        this.folder = folder;
        this.task = task;
        String suffix = "-" + run;
        names = PushedCommits.read(folder, task)
                .map(pushed -> List.of(pushed.branch()))
                .orElseGet(() -> Stream.of(branch, branch.endsWith(suffix) ? branch : branch + suffix)
                        .distinct()
                        .toList());
    }

    /**
     * What the remote says, or empty where none of the branches is ours.
     *
     * @throws RemoteException where the remote cannot be asked
     */
    Optional<PushAnswer> push(String commit) throws RemoteException {
        Map<String, String> heads = remote.heads(names);
        for (String name : names) {
            PushedCommits known = PushedCommits.read(folder, task).orElseGet(() -> new PushedCommits(name, List.of()));
            String there = heads.get(name);
            if (commit.equals(there)) {
                known.with(commit).write(folder, task);
                return Optional.of(PushAnswer.done());
            }
            if (there == null || known.commits().contains(there)) {
                known.with(commit).write(folder, task);
                return Optional.of(remote.push(commit, name, there));
            }
        }
        return Optional.empty();
    }

    String branches() {
        return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }
}
