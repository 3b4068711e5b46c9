package dev.lindy.activities.git;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tree that two commits merge to, without index and worktree.
 *
 * @param tree id of the merged tree; files in conflict hold markers there
 * @param conflicts ids of the three stages by path: base, tip, candidate; null where a side has no file
 * @param special paths in conflict that are more than regular files on some side: links, submodules
 */
record TreeMerge(String tree, Map<String, @Nullable String[]> conflicts, Set<String> special) {

    private static final String REGULAR = "100";

    /** The tree of a candidate that comes from the tip. */
    static TreeMerge clean(String tree) {
        return new TreeMerge(tree, Map.of(), Set.of());
    }

    static TreeMerge of(Git git, String tip, String candidate) {
        List<String> args = List.of("merge-tree", "--write-tree", "-z", "--no-messages", tip, candidate);
        GitOutput output = git.attempt(args, null);
        if (output.exit() > 1 || output.exit() < 0) {
            throw GitFailed.of(args, output);
        }
        List<String> records = output.records();
        Map<String, @Nullable String[]> conflicts = new LinkedHashMap<>();
        Set<String> special = new HashSet<>();
        for (String record : records.subList(1, records.size())) {
            int tab = record.indexOf('\t');
            if (tab < 0) {
                break;
            }
            // mode id stage
            String[] part = record.substring(0, tab).split(" ", 3);
            String path = record.substring(tab + 1);
            if (!part[0].startsWith(REGULAR)) {
                special.add(path);
            }
            @Nullable String[] stages = conflicts.computeIfAbsent(path, any -> new String[3]);
            stages[Integer.parseInt(part[2]) - 1] = part[1];
        }
        return new TreeMerge(records.get(0), conflicts, special);
    }

    /** Content for every conflict, or empty where one is left. */
    Optional<Map<String, byte[]>> resolved(Git git, MergeParts parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable String[]> conflict : conflicts.entrySet()) {
            if (special.contains(conflict.getKey()) || !parts.resolves(conflict.getKey())) {
                return Optional.empty();
            }
            @Nullable String[] stage = conflict.getValue();
            Optional<byte[]> content =
                    parts.resolve(conflict.getKey(), blob(git, stage[0]), blob(git, stage[1]), blob(git, stage[2]));
            if (content.isEmpty()) {
                return Optional.empty();
            }
            files.put(conflict.getKey(), content.get());
        }
        return Optional.of(files);
    }

    private static byte @Nullable [] blob(Git git, @Nullable String id) {
        return id == null ? null : git.run("cat-file", "blob", id).stdout();
    }
}
