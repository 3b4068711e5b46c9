package dev.lindy.activities.git;

import dev.lindy.activities.git.RefSnapshot.StashEntry;
import dev.lindy.run.RunId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices what happens to the user's refs while an agent works, for worktrees share them. Lost stash entries are put
 * back and lost commits kept; a branch of the user is never moved by us, not even back.
 */
public final class RefGuard {

    /** Most sentences about one attempt. */
    public static final int MAX_NOTES = 20;

    private static final String STASH = "refs/stash";

    private final Repository repository;
    private final Git git;
    private final Refs refs;
    private final String ours;

    /**
     * Guards one repository.
     *
     * @param branchPrefix branches below it are ours
     */
    public RefGuard(Repository repository, String branchPrefix) {
        this.repository = repository;
        this.git = repository.git();
        this.refs = repository.refs();
        this.ours = "refs/heads/" + branchPrefix + "/";
    }

    /** The user's refs now. */
    public RefSnapshot snapshot() {
        Map<String, String> found = new TreeMap<>(all());
        boolean stashed = found.remove(STASH) != null;
        found.keySet().removeIf(ref -> ref.startsWith(ours));
        return new RefSnapshot(found, repository.head(), stashed ? stash() : List.of());
    }

    private Map<String, String> all() {
        Optional<Map<String, String>> heads = git.files().refsBelow("refs/heads/");
        Optional<Map<String, String>> tags = git.files().refsBelow("refs/tags/");
        Map<String, String> found = new TreeMap<>();
        if (heads.isPresent() && tags.isPresent()) {
            found.putAll(heads.get());
            found.putAll(tags.get());
            refs.object(STASH).ifPresent(stash -> found.put(STASH, stash));
            return found;
        }
        for (String line : git.run(
                        "for-each-ref", "--format=%(objectname) %(refname)", "refs/heads/", "refs/tags/", STASH)
                .lines()) {
            int space = line.indexOf(' ');
            found.put(line.substring(space + 1), line.substring(0, space));
        }
        return found;
    }

    private List<StashEntry> stash() {
        List<String> records =
                git.run("log", "-g", "-z", "--format=%H %gs", STASH, "--").records();
        return records.stream()
                .map(record -> new StashEntry(
                        record.substring(0, record.indexOf(' ')), record.substring(record.indexOf(' ') + 1)))
                .toList();
    }

    /**
     * Compares with an earlier moment and saves what was lost since.
     *
     * @return one sentence per change, without full stop, at most {@value #MAX_NOTES}
     */
    public List<String> compare(RunId run, RefSnapshot before) {
        RefSnapshot now = snapshot();
        List<String> notes = new ArrayList<>();
        before.refs()
                .forEach(
                        (ref, object) -> compareRef(run, ref, object, now.refs().get(ref), notes));
        now.refs().forEach((ref, object) -> {
            if (!before.refs().containsKey(ref)) {
                notes.add(name(ref) + " appeared during the attempt at " + brief(object));
            }
        });
        if (!before.head().equals(now.head())) {
            notes.add("your worktree went from " + name(before.head()) + " to " + name(now.head())
                    + " during the attempt");
        }
        restoreStash(before, now, notes);
        return bounded(notes);
    }

    private static List<String> bounded(List<String> notes) {
        if (notes.size() <= MAX_NOTES) {
            return notes;
        }
        List<String> some = new ArrayList<>(notes.subList(0, MAX_NOTES - 1));
        some.add((notes.size() - some.size()) + " more refs changed during the attempt");
        return some;
    }

    private void compareRef(RunId run, String ref, String was, @Nullable String is, List<String> notes) {
        if (was.equals(is)) {
            return;
        }
        String change = is == null
                ? name(ref) + " was deleted during the attempt"
                : name(ref) + " moved during the attempt from " + brief(was) + " to " + brief(is);
        if (is == null || !git.isAncestor(was, is)) {
            String kept = refs.keep("refs/lindy/keep/" + run + "/" + ref.substring("refs/".length()), was);
            change += "; what it held is kept as `" + kept + "`";
        }
        notes.add(change);
    }

    private void restoreStash(RefSnapshot before, RefSnapshot now, List<String> notes) {
        List<StashEntry> lost = new ArrayList<>(before.stash());
        lost.removeIf(
                entry -> now.stash().stream().anyMatch(other -> other.commit().equals(entry.commit())));
        Collections.reverse(lost);
        for (StashEntry entry : lost) {
            git.run("stash", "store", "--quiet", "--message", entry.message(), entry.commit());
            notes.add("the stash entry `" + entry.message() + "` vanished during the attempt and was put back");
        }
        now.stash().stream()
                .filter(entry -> before.stash().stream()
                        .noneMatch(other -> other.commit().equals(entry.commit())))
                .forEach(entry -> notes.add("the stash entry `" + entry.message() + "` appeared during the attempt"));
    }

    private static String brief(String object) {
        return object.substring(0, Math.min(12, object.length()));
    }

    private static String name(String ref) {
        if (ref.startsWith("refs/heads/")) {
            return "branch `" + ref.substring("refs/heads/".length()) + "`";
        }
        return ref.startsWith("refs/tags/") ? "tag `" + ref.substring("refs/tags/".length()) + "`" : brief(ref);
    }
}
