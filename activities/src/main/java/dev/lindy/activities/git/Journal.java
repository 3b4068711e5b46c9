package dev.lindy.activities.git;

import dev.lindy.run.RunId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run did, as commits on {@code refs/lindy/runs/<run>}: {@code goal.md}, {@code plan.json}, {@code state.json},
 * {@code report.md} and {@code tasks/<n/100>/<n>.json}. Index and worktrees are never touched.
 */
public final class Journal {

    private static final int TRIES = 20;
    private static final String REFS = "refs/lindy/runs/";

    private final Git git;
    private final Refs refs;
    private final Commits commits;
    private final String ref;

    public Journal(Repository repository, RunId run) {
        this.git = repository.git();
        this.refs = repository.refs();
        this.commits = repository.commits();
        this.ref = REFS + run;
    }

    /** Runs that the repository has journals of, in the order of their ids. */
    public static List<RunId> runs(Repository repository) {
        return repository.refs().read(REFS).keySet().stream()
                .map(name -> name.substring(REFS.length()))
                .filter(RunId::isValid)
                .map(RunId::of)
                .toList();
    }

    /** The path of a task's state. */
    public static String taskPath(int task) {
        return "tasks/" + task / 100 + "/" + task + ".json";
    }

    /** Full name of the journal's ref. */
    public String ref() {
        return ref;
    }

    /**
     * Replaces files, keeps all others, and moves the ref; where another writer was quicker, goes on from its commit.
     *
     * @return the new commit
     */
    public String append(List<JournalFile> files, String message) {
        for (int n = 0; n < TRIES; n++) {
            RefUpdate update = prepare(files, message);
            if (refs.moveOwn(update, "lindy: journal")) {
                return update.to();
            }
        }
        throw new GitFailed("could not write the journal " + ref + ": other writers were always quicker", null);
    }

    /** Builds the commit that {@link #append} would make and leaves the move of the ref to the caller. */
    public RefUpdate prepare(List<JournalFile> files, String message) {
        Optional<String> old = refs.object(ref);
        Map<String, byte[]> content = new LinkedHashMap<>();
        files.forEach(file -> content.put(file.path(), file.bytes()));
        String commit = commits.commit(old.stream().toList(), null, content, message);
        return new RefUpdate(ref, old.orElse(null), commit);
    }

    public boolean exists() {
        return refs.object(ref).isPresent();
    }

    /** Whether the journal holds a file. */
    public boolean holds(String path) {
        return refs.object(ref).filter(commit -> commits.holds(commit, path)).isPresent();
    }

    /** Content of a file, or empty where the journal or the file is missing. */
    public Optional<byte[]> read(String path) {
        GitOutput output = git.attempt("cat-file", "blob", ref + ":" + path);
        return output.succeeded() ? Optional.of(output.stdout()) : Optional.empty();
    }

    /** Paths of all files whose path starts with a folder, for instance {@code tasks/}; all files for an empty text. */
    public List<String> list(String prefix) {
        GitOutput output = git.attempt("ls-tree", "-r", "-z", "--full-tree", "--name-only", ref);
        return output.records().stream().filter(path -> path.startsWith(prefix)).toList();
    }
}
