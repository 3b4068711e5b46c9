package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an agent left in a worktree without committing it, and what it committed that must not be in the result. */
final class Leftovers {

    private final Git git;
    private final Workspace workspace;
    private final WorktreeStatus status;
    private final List<String> wanted;
    private final List<String> embedded;
    private final List<String> expelled;

    private Leftovers(
            Git git,
            Workspace workspace,
            WorktreeStatus status,
            List<String> wanted,
            List<String> embedded,
            List<String> expelled) {
        this.git = git;
        this.workspace = workspace;
        this.status = status;
        this.wanted = wanted;
        this.embedded = embedded;
        this.expelled = expelled;
    }

    static Leftovers of(Git inside, Workspace workspace, WorktreeStatus status, List<ChangedFile> committed) {
        List<String> links = new ArrayList<>(status.paths(WorktreeStatus.Kind.NEW_LINK));
        committed.stream()
                .filter(file -> file.isSubmoduleOrRepository() && file.status() != 'M')
                .map(ChangedFile::path)
                .forEach(links::add);
        links.removeAll(links.isEmpty() ? Set.of() : submodules(inside, workspace.root()));
        List<String> embedded = new ArrayList<>(status.paths(WorktreeStatus.Kind.EMBEDDED));
        embedded.addAll(links);
        List<String> wanted = status.entries().stream()
                .filter(entry -> entry.kind() != WorktreeStatus.Kind.DIRTY_SUBMODULE)
                .map(WorktreeStatus.Entry::path)
                .filter(path -> !isBelow(path, embedded) && !isBelow(path, workspace.brought()))
                .toList();
        List<String> expelled = new ArrayList<>(links);
        committed.stream()
                .filter(file -> !file.isGone())
                .map(ChangedFile::path)
                .filter(path -> isBelow(path, workspace.brought()))
                .forEach(expelled::add);
        status.paths(WorktreeStatus.Kind.CHANGED).stream()
                .filter(path -> isBelow(path, workspace.brought()))
                .forEach(expelled::add);
        return new Leftovers(
                inside,
                workspace,
                status,
                wanted,
                embedded.stream().distinct().toList(),
                expelled.stream().distinct().toList());
    }

    private static Set<String> submodules(Git inside, Path root) {
        if (!Files.exists(root.resolve(".gitmodules"))) {
            return Set.of();
        }
        return inside
                .attempt("config", "-z", "--file", ".gitmodules", "--get-regexp", "^submodule\\..*\\.path$")
                .records()
                .stream()
                .map(record -> record.substring(record.indexOf('\n') + 1))
                .collect(Collectors.toSet());
    }

    private static boolean isBelow(String path, List<String> folders) {
        return folders.stream().anyMatch(folder -> path.equals(folder) || path.startsWith(folder + "/"));
    }

    /** Files that would be committed; deleted ones are not among them. */
    List<String> present() {
        Set<String> gone = status.entries().stream()
                .filter(WorktreeStatus.Entry::gone)
                .map(WorktreeStatus.Entry::path)
                .collect(Collectors.toSet());
        return wanted.stream().filter(path -> !gone.contains(path)).toList();
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!embedded.isEmpty()) {
            notes.add("repositories inside the worktree are not part of the result: " + Refusal.names(embedded));
        }
        List<String> brought = expelled.stream()
                .filter(path -> isBelow(path, workspace.brought()))
                .toList();
        if (!brought.isEmpty()) {
            notes.add("files of the workspace were taken out of the result: " + Refusal.names(brought));
        }
        List<String> dirty = status.paths(WorktreeStatus.Kind.DIRTY_SUBMODULE);
        if (!dirty.isEmpty()) {
            notes.add("uncommitted changes inside submodules are not part of the result: " + Refusal.names(dirty));
        }
        return notes;
    }

    /** Adds a commit to HEAD where there is something to add or to take out; says whether it did. */
    boolean commit(CollectPolicy policy, List<String> notes) {
        boolean add = policy.commitLeftovers() && !wanted.isEmpty();
        if (!policy.commitLeftovers() && !wanted.isEmpty()) {
            notes.add("uncommitted files are not part of the result: " + Refusal.names(wanted));
        }
        if (!add && expelled.isEmpty()) {
            return false;
        }
        if (!workspace.branch().equals(status.branch()) && status.head() != null) {
            // HEAD may be on a branch of the user, which a commit would move
            git.run("update-ref", "--no-deref", "HEAD", status.head());
        }
        if (add) {
            git.feed(pathspecs(), "add", "--all", "--pathspec-from-file=-", "--pathspec-file-nul");
        }
        if (!expelled.isEmpty()) {
            expel();
        }
        return commitIndex(policy.message());
    }

    private String pathspecs() {
        StringBuilder specs = new StringBuilder(".\0");
        embedded.forEach(path -> specs.append(":(exclude,literal)").append(path).append('\0'));
        workspace
                .brought()
                .forEach(path -> specs.append(":(exclude,literal)").append(path).append('\0'));
        return specs.toString();
    }

    private void expel() {
        git.feed(
                String.join("\0", expelled) + "\0",
                "--literal-pathspecs",
                "rm",
                "-r",
                "-f",
                "--cached",
                "--quiet",
                "--ignore-unmatch",
                "--pathspec-from-file=-",
                "--pathspec-file-nul");
    }

    private boolean commitIndex(String message) {
        List<String> args = List.of("commit", "--quiet", "--no-verify", "--cleanup=whitespace", "--file=-");
        GitOutput output = git.attempt(args, message.getBytes(StandardCharsets.UTF_8));
        if (output.succeeded()) {
            return true;
        }
        // what status calls a change can vanish on the way into the index, for instance line ends
        if (git.says("diff", "--cached", "--quiet", "HEAD", "--")) {
            return false;
        }
        throw GitFailed.of(args, output);
    }
}
