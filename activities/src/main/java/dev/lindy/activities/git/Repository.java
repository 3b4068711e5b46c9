package dev.lindy.activities.git;

import dev.lindy.run.BaseRef;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The repository a project lives in. Nothing here changes a tracked file, index, HEAD or branch of the user. */
public final class Repository {

    private static final String REF = "ref: ";

    private final Git git;
    private final Identity identity;
    private final Commits commits;
    private final Path topLevel;
    private final Path commonDir;
    private final String projectPrefix;
    private final boolean shallow;
    private final Map<Path, Object> locks = new ConcurrentHashMap<>();
    private final Map<String, MergeLog> merges = new ConcurrentHashMap<>();

    private Repository(Git git, Identity identity, Layout layout) {
        this.git =
                git.in(layout.topLevel()).with(identity.environment()).knowing(PlainFiles.of(git, layout.commonDir()));
        this.identity = identity;
        this.commits = new Commits(this.git, identity);
        this.topLevel = layout.topLevel();
        this.commonDir = layout.commonDir();
        this.projectPrefix = layout.prefix();
        this.shallow = layout.shallow();
    }

    /** Opens the repository with the git binary of the caller's PATH. */
    public static Repository open(Path projectRoot, Map<String, String> callerEnvironment) {
        return open(projectRoot, callerEnvironment, GitBinary.in(callerEnvironment));
    }

    /**
     * Opens the repository around a project.
     *
     * @param projectRoot folder of the project config: the top of a worktree or any folder below
     * @param callerEnvironment environment of the person that started the run
     * @throws GitProblem when it cannot serve: bare, not there, owned by somebody else
     */
    public static Repository open(Path projectRoot, Map<String, String> callerEnvironment, GitRunner runner) {
        Git git = new Git(runner, projectRoot, Map.of());
        Layout layout = Layout.of(git, projectRoot);
        return new Repository(git, Identity.of(git, callerEnvironment), layout);
    }

    /** Top of the worktree that the project is in. */
    public Path topLevel() {
        return topLevel;
    }

    /** The folder that all worktrees of the repository share. */
    public Path commonDir() {
        return commonDir;
    }

    /** Path of the project inside the repository: empty, or ends in a slash. */
    public String projectPrefix() {
        return projectPrefix;
    }

    /**
     * Where a run starts.
     *
     * @param commitish what the user named, or null for HEAD
     * @throws GitProblem when there is no such commit
     */
    public BaseRef resolveBase(@Nullable String commitish) {
        String name = commitish == null ? "HEAD" : commitish;
        Optional<String> commit = git.commit(name);
        if (commit.isEmpty()) {
            throw missing(commitish);
        }
        GitOutput output = git.attempt("rev-parse", "--symbolic-full-name", name);
        String full = output.succeeded() ? output.line() : "";
        String heads = "refs/heads/";
        return new BaseRef(full.startsWith(heads) ? full.substring(heads.length()) : null, commit.get());
    }

    private GitProblem missing(@Nullable String commitish) {
        if (commitish == null) {
            return new GitProblem(
                    GitProblem.Kind.NO_COMMIT,
                    "the repository " + topLevel + " has no commit yet",
                    "make a first one with `git add -A && git commit -m \"First commit\"`");
        }
        if (shallow) {
            return new GitProblem(
                    GitProblem.Kind.SHALLOW,
                    "could not find the base `" + commitish + "`: " + topLevel + " is a shallow clone",
                    "fetch the whole history with `git fetch --unshallow`");
        }
        return new GitProblem(
                GitProblem.Kind.UNKNOWN_COMMIT,
                "could not find the base `" + commitish + "` in " + topLevel,
                "name a branch, tag or commit that `git log` knows");
    }

    /** Uncommitted changes, as paths from the top of the repository; a folder that is new as a whole is one entry. */
    public List<String> dirtyFiles() {
        return git.run("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=normal").records().stream()
                .map(record -> record.substring(3))
                .toList();
    }

    /**
     * Makes sure that branches {@code <prefix>/…} can exist.
     *
     * @throws GitProblem when the prefix is no branch name or a branch stands in the way
     */
    public void checkBranchPrefix(String prefix) {
        if (!git.attempt("check-ref-format", "--branch", prefix + "/task-1").succeeded()) {
            throw new GitProblem(
                    GitProblem.Kind.BRANCH_PREFIX,
                    "`" + prefix + "/task-1` cannot be the name of a branch",
                    "choose another branch prefix in orchestrator.yaml, for instance `af`");
        }
        List<String> parents = new ArrayList<>();
        for (int end = prefix.indexOf('/'); end > 0; end = prefix.indexOf('/', end + 1)) {
            parents.add(prefix.substring(0, end));
        }
        parents.add(prefix);
        for (String parent : parents) {
            if (refs().object("refs/heads/" + parent).isPresent()) {
                throw new GitProblem(
                        GitProblem.Kind.BRANCH_PREFIX,
                        "a branch named `" + parent + "` makes branches below `" + prefix + "/` impossible",
                        "rename it with `git branch -m " + parent + " " + parent
                                + "-old`, or choose another branch prefix in orchestrator.yaml");
            }
        }
    }

    /** Keeps the files that Lindy writes into the project out of everybody's commits. */
    public void excludeOurFiles() {
        new ExcludeFile(commonDir)
                .add(List.of("logs", "mailbox", "plans", "runs", "sessions").stream()
                        .map(name -> projectPrefix + ".orchestrator/" + name)
                        .toList());
    }

    /** The full name of the branch that the user's worktree is on, or the commit where it is on none. */
    String head() {
        Optional<String> read = userHead();
        if (read.isPresent()) {
            return read.get();
        }
        GitOutput head = git.attempt("symbolic-ref", "--quiet", "HEAD");
        return head.succeeded() ? head.line() : git.line("rev-parse", "HEAD");
    }

    private Optional<String> userHead() {
        if (git.files().refs().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = Files.isDirectory(topLevel.resolve(".git"))
                ? git.files().refs().get().read("HEAD")
                : new WorktreeFolder(topLevel).head();
        return text.map(head -> head.startsWith(REF) ? head.substring(REF.length()) : head)
                .filter(head -> head.startsWith("refs/") || PlainFiles.isId(head));
    }

    /** The commit that a worktree of this repository has checked out. */
    public String headOf(Path worktree) {
        return new WorktreeFolder(worktree)
                .head()
                .flatMap(head -> head.startsWith(REF) ? git.object(head.substring(REF.length())) : Optional.of(head))
                .filter(PlainFiles::isId)
                .orElseGet(() -> git.in(worktree).line("rev-parse", "--verify", "HEAD"));
    }

    /** Locks of this process by worktree. */
    Map<Path, Object> locks() {
        return locks;
    }

    Git git() {
        return git;
    }

    Commits commits() {
        return commits;
    }

    /** The merges of a goal branch that starts at this base, remembered. */
    MergeLog merges(String base) {
        return merges.computeIfAbsent(base, start -> new MergeLog(git, start));
    }

    Identity identity() {
        return identity;
    }

    LockPatience patience() {
        return new LockPatience(commonDir);
    }

    Refs refs() {
        return new Refs(git, patience());
    }
}
