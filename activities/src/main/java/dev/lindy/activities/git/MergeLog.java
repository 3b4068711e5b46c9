package dev.lindy.activities.git;

import dev.lindy.plan.TaskId;
import dev.lindy.run.RunId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The merges of a goal branch by run, task and candidate. Read once with git; afterwards only what is new is looked at,
 * so that the thousandth merge costs as much as the first.
 */
final class MergeLog {

    /** New commits that are followed one by one. */
    private static final int MAX_STEPS = 32;

    private final Git git;
    private final String base;
    private final Map<Key, String> merges = new HashMap<>();
    private String read;

    private record Key(String run, String task, String candidate) {}

    MergeLog(Git git, String base) {
        this.git = git;
        this.base = base;
        this.read = base;
    }

    /** The merge commit of a candidate between base and tip. */
    synchronized Optional<String> find(String tip, RunId run, TaskId task, String candidate) {
        if (tip.equals(base)) {
            return Optional.empty();
        }
        if (!follow(tip)) {
            merges.clear();
            load(tip);
        }
        read = tip;
        return Optional.ofNullable(merges.get(new Key(run.value(), task.toString(), candidate)));
    }

    /** False where the tip does not come from what was read, or cannot be followed without a process. */
    private boolean follow(String tip) {
        String id = tip;
        for (int n = 0; n < MAX_STEPS && !id.equals(read); n++) {
            Optional<CommitText> commit = git.files().commit(id);
            if (commit.isEmpty() || commit.get().parents().isEmpty() || id.equals(base)) {
                return false;
            }
            note(id, commit.get().parents(), commit.get().message());
            id = commit.get().parents().get(0);
        }
        return id.equals(read);
    }

    private void load(String tip) {
        List<String> records = git.run("log", "-z", "--first-parent", "--format=%H %P%n%B", base + ".." + tip, "--")
                .records();
        for (String record : records) {
            int end = record.indexOf('\n');
            List<String> ids = List.of((end < 0 ? record : record.substring(0, end)).split(" ", -1));
            note(ids.get(0), ids.subList(1, ids.size()), end < 0 ? "" : record.substring(end + 1));
        }
    }

    private void note(String id, List<String> parents, String message) {
        String run = trailer(message, "Lindy-Run: ");
        String task = trailer(message, "Lindy-Task: ");
        parents.stream().skip(1).forEach(parent -> merges.putIfAbsent(new Key(run, task, parent), id));
    }

    private static String trailer(String message, String name) {
        return message.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()))
                .findFirst()
                .orElse("");
    }
}
