package dev.lindy.activities.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes commits without index and worktree, and without moving a ref: without any process where the repository is of
 * the usual form, else through {@code git fast-import}.
 */
final class Commits {

    private static final int MAX_KNOWN = 16;

    private final Git git;
    private final Identity identity;
    private final FastImport imports;
    private final Map<String, TreeFolder> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TreeFolder> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    Commits(Git git, Identity identity) {
        this.git = git;
        this.identity = identity;
        this.imports = new FastImport(git, identity);
    }

    /**
     * Makes a commit.
     *
     * @param parents full ids, the first one's tree is the start
     * @param tree replaces that tree, or null to go on from it
     * @param files content by path, put over the tree
     */
    String commit(List<String> parents, @Nullable String tree, Map<String, byte[]> files, String message) {
        return commit(parents, tree, files, message, Instant.now());
    }

    /**
     * Makes a commit; the same one for the same time.
     *
     * @param at the date of the commit
     */
    String commit(List<String> parents, @Nullable String tree, Map<String, byte[]> files, String message, Instant at) {
        Optional<ObjectFiles> objects = git.files().objects();
        if (objects.isPresent() && tree == null) {
            return extend(objects.get(), parents, files, message, at);
        }
        if (objects.isPresent() && tree != null) {
            Optional<String> whole = replaced(objects.get(), tree, files);
            if (whole.isPresent()) {
                return write(objects.get(), parents, whole.get(), message, at);
            }
        }
        return imports.commit(parents, tree, files, message, at);
    }

    /** The tree with other content in files that it has; empty where only git can do that. */
    private static Optional<String> replaced(ObjectFiles objects, String tree, Map<String, byte[]> files) {
        TreePath paths = new TreePath(objects);
        Optional<String> changed = Optional.of(tree);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            changed = changed.flatMap(now -> paths.replace(now, file.getKey(), objects.write("blob", file.getValue())));
        }
        return changed;
    }

    /** Whether the commit holds a file. */
    boolean holds(String commit, String path) {
        return folder(commit).holds(path);
    }

    private String extend(
            ObjectFiles objects, List<String> parents, Map<String, byte[]> files, String message, Instant at) {
        TreeFolder folder = parents.isEmpty() ? TreeFolder.empty() : folder(parents.get(0));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            folder = folder.with(file.getKey(), objects.write("blob", file.getValue()));
        }
        String commit = write(objects, parents, folder.write(objects), message, at);
        synchronized (known) {
            known.put(commit, folder);
        }
        return commit;
    }

    private TreeFolder folder(String commit) {
        synchronized (known) {
            TreeFolder folder = known.get(commit);
            if (folder != null) {
                return folder;
            }
        }
        TreeFolder read = TreeFolder.parse(git.run("ls-tree", "-r", "-z", "--full-tree", commit));
        synchronized (known) {
            known.put(commit, read);
        }
        return read;
    }

    private String write(ObjectFiles objects, List<String> parents, String tree, String message, Instant at) {
        String who = identity.line(at.getEpochSecond());
        StringBuilder text = new StringBuilder("tree ").append(tree).append('\n');
        parents.forEach(parent -> text.append("parent ").append(parent).append('\n'));
        text.append("author ").append(who).append("\ncommitter ").append(who);
        text.append("\n\n").append(message);
        return objects.write("commit", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
