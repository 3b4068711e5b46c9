package dev.lindy.activities.git;

import dev.lindy.activities.git.TreePath.Entry;
import dev.lindy.activities.git.TreePath.Lookup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads regular files of a tree: without a process where their objects are loose, else with git. */
final class TreeFiles {

    private final Git git;

    TreeFiles(Git git) {
        this.git = git;
    }

    /** Content of a file; null where there is none, or a symbolic link, or more than git's output may hold. */
    byte @Nullable [] read(String tree, String path) {
        Optional<ObjectFiles> objects = git.files().objects();
        Lookup found =
                objects.map(files -> new TreePath(files).find(tree, path)).orElse(Lookup.UNKNOWN);
        Entry entry = found.isKnown() ? found.entry() : listed(tree, path);
        if (entry == null || !entry.isRegularFile()) {
            return null;
        }
        Optional<byte[]> loose = objects.flatMap(files -> files.read("blob", entry.id()));
        return loose.isPresent() ? loose.get() : blob(entry.id());
    }

    private @Nullable Entry listed(String tree, String path) {
        List<String> records =
                git.run("ls-tree", "-z", "--full-tree", tree, "--", path).records();
        if (records.isEmpty() || records.get(0).isEmpty()) {
            return null;
        }
        // mode type id TAB path
        String[] part =
                records.get(0).substring(0, records.get(0).indexOf('\t')).split(" ", 3);
        return new Entry(part[0], part[2], 0);
    }

    private byte @Nullable [] blob(String id) {
        GitOutput output = git.attempt("cat-file", "blob", id);
        return output.succeeded() && !output.truncated() ? output.stdout() : null;
    }
}
