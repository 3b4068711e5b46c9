package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the difference between commits. */
public final class Changes {

    private final Git git;

    public Changes(Repository repository) {
        this(repository.git());
    }

    Changes(Git git) {
        this.git = git;
    }

    /** Files that differ between two commits, in path order, renames taken apart. */
    public List<ChangedFile> between(String base, String commit) {
        if (base.equals(commit)) {
            return List.of();
        }
        List<String> records = git.run("diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index", base, commit)
                .records();
        List<ChangedFile> files = new ArrayList<>();
        for (int n = 0; n + 1 < records.size(); n += 2) {
            // :oldmode newmode oldid newid status
            String[] part = records.get(n).split(" ", 5);
            files.add(new ChangedFile(records.get(n + 1), part[4].charAt(0), part[1]));
        }
        return files;
    }

    /** Files that differ between two commits, in path order, renames found where git finds them. */
    public List<FileChange> withRenames(String base, String commit) {
        if (base.equals(commit)) {
            return List.of();
        }
        List<String> records = git.run("diff-tree", "-r", "-z", "--raw", "-M", "-l1000", "--full-index", base, commit)
                .records();
        List<FileChange> files = new ArrayList<>();
        int n = 0;
        while (n + 1 < records.size()) {
            // :oldmode newmode oldid newid status, then one path, or two of a rename
            String[] part = records.get(n).split(" ", 5);
            char status = part[4].charAt(0);
            String before = records.get(n + 1);
            boolean isRename = status == 'R' || status == 'C';
            String path = isRename ? records.get(n + 2) : before;
            files.add(new FileChange(path, before, status, part[1], part[2], part[3]));
            n += isRename ? 3 : 2;
        }
        return files;
    }

    /** Paths of all files in a commit, from the top of the repository. */
    public List<String> paths(String commit) {
        return git.run("ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
                .records();
    }

    /** Paths from the top of the repository that differ between two commits. */
    public List<String> files(String base, String commit) {
        return between(base, commit).stream().map(ChangedFile::path).toList();
    }

    /** The table of {@code git diff --stat}, at most 50 files of it. */
    public String stat(String base, String commit) {
        return git.run("diff", "--no-ext-diff", "--no-renames", "--stat=100", "--stat-count=50", base, commit, "--")
                .text();
    }

    /** The patch between two commits, cut at so many bytes. */
    public String patch(String base, String commit, int maxBytes) {
        GitOutput output = git.attempt("diff", "--no-ext-diff", "--no-color", "--no-textconv", base, commit, "--");
        if (!output.succeeded()) {
            throw GitFailed.of(List.of("diff", base, commit), output);
        }
        byte[] bytes = output.stdout();
        if (bytes.length <= maxBytes) {
            return output.text();
        }
        return new String(bytes, 0, maxBytes, StandardCharsets.UTF_8) + "\n[cut: " + bytes.length + " bytes in all]\n";
    }

    /** Id of a commit's tree, equal for commits with equal files. */
    public String treeOf(String commit) {
        return git.files()
                .commit(commit)
                .map(CommitText::tree)
                .orElseGet(() -> git.line("rev-parse", "--verify", "--end-of-options", commit + "^{tree}"));
    }

    /**
     * The newest commit that both histories hold.
     *
     * @throws GitFailed where they have none in common
     */
    public String mergeBase(String one, String other) {
        if (git.files().surelyHolds(one, other)) {
            return other;
        }
        return git.files().surelyHolds(other, one) ? one : git.line("merge-base", one, other);
    }

    /** Whether the history of a commit holds all that a branch points to; true where there is no such branch. */
    public boolean holds(String commit, String branch) {
        return git.object("refs/heads/" + branch)
                .map(tip -> git.isAncestor(tip, commit))
                .orElse(true);
    }

    /** The commits of a branch since a base as git draws them, without color. */
    public String graph(String base, String branch) {
        return git.run("log", "--graph", "--no-color", "--format=%h %s", "--end-of-options", base + ".." + branch)
                .text();
    }

    /** Content of a file in a commit, or null where there is none. */
    public byte @Nullable [] read(String commit, String path) {
        GitOutput output = git.attempt("cat-file", "blob", commit + ":" + path);
        return output.succeeded() ? output.stdout() : null;
    }
}
