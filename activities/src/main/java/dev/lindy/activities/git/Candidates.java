package dev.lindy.activities.git;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one commit of what an agent left in a worktree. */
public final class Candidates {

    private final Git git;
    private final CandidateRefs refs;

    public Candidates(Repository repository) {
        this.git = repository.git();
        this.refs = new CandidateRefs(repository);
    }

    /**
     * Collects the result of an attempt whose agent has ended. Branches other than the task's own are never moved.
     *
     * <p>Idempotent: a second call finds the commit of the first.
     *
     * @param attempt number of the attempt, for the name of a ref that keeps the result
     * @param base commit that the attempt started from
     */
    public Candidate collect(Workspace workspace, int attempt, String base, CollectPolicy policy) {
        WorktreeFolder place = new WorktreeFolder(workspace.root());
        place.breakLocks();
        Git inside = git.in(workspace.root());
        WorktreeStatus status = WorktreeStatus.of(inside);
        String head = status.head();
        List<String> notes = new ArrayList<>();
        if (head == null || !git.isAncestor(base, head)) {
            return refuse(notDescendant(base), workspace, attempt, status, notes);
        }
        Optional<Refusal> unfinished = UnfinishedWork.in(place, status);
        if (unfinished.isPresent()) {
            return refuse(unfinished.get(), workspace, attempt, status, notes);
        }
        List<ChangedFile> committed = base.equals(head) ? List.of() : new Changes(git).between(base, head);
        Leftovers leftovers = Leftovers.of(inside, workspace, status, committed);
        List<String> sensitive = sensitive(policy, base, head, committed, leftovers);
        if (!sensitive.isEmpty()) {
            return refuse(secrets(sensitive), workspace, attempt, status, notes);
        }
        notes.addAll(leftovers.notes());
        boolean grew = leftovers.commit(policy, notes);
        String commit = grew ? inside.line("rev-parse", "--verify", "HEAD") : head;
        String ref = refs.secure(workspace, attempt, commit, status, notes);
        return describe(base, commit, grew ? new Changes(git).between(base, commit) : committed, ref, notes);
    }

    private Candidate describe(String base, String commit, List<ChangedFile> files, String ref, List<String> notes) {
        List<String> paths =
                files.stream().map(ChangedFile::path).limit(Candidate.MAX_FILES).toList();
        String stat = files.isEmpty() ? "" : new Changes(git).stat(base, commit);
        return new Candidate(commit, !files.isEmpty(), paths, files.size(), stat, ref, notes, null);
    }

    private Candidate refuse(
            Refusal refusal, Workspace workspace, int attempt, WorktreeStatus status, List<String> notes) {
        refs.secureRefused(workspace, attempt, status)
                .ifPresent(ref -> notes.add("the commit is kept as `" + ref + "`"));
        return Candidate.refused(refusal, notes);
    }

    private static Refusal notDescendant(String base) {
        return Refusal.of(
                Refusal.Kind.NOT_A_DESCENDANT,
                "not a descendant: HEAD of the worktree does not contain the commit " + base.substring(0, 12)
                        + " that the attempt started from",
                List.of());
    }

    private static Refusal secrets(List<String> files) {
        return Refusal.of(
                Refusal.Kind.SENSITIVE_FILES, "sensitive files must not be committed: " + Refusal.names(files), files);
    }

    private List<String> sensitive(
            CollectPolicy policy, String base, String head, List<ChangedFile> committed, Leftovers leftovers) {
        List<FilePattern> patterns = FilePattern.all(policy.sensitive());
        if (patterns.isEmpty()) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        committed.stream().filter(file -> !file.isGone()).map(ChangedFile::path).forEach(names::add);
        if (!base.equals(head)) {
            names.addAll(everAdded(base, head));
        }
        if (policy.commitLeftovers()) {
            names.addAll(leftovers.present());
        }
        return names.stream()
                .filter(name -> patterns.stream().anyMatch(pattern -> pattern.matches(name)))
                .toList();
    }

    // a file that one commit adds and a later one removes is in the history all the same
    private List<String> everAdded(String base, String head) {
        return git
                .run(
                        "log",
                        "-z",
                        "--format=",
                        "--name-only",
                        "--no-renames",
                        "--diff-filter=A",
                        base + ".." + head,
                        "--")
                .records()
                .stream()
                .filter(name -> !name.isBlank())
                .toList();
    }
}
