package dev.lindy.activities.git;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code git status} says about a worktree; ignored files are not in it.
 *
 * @param head commit of HEAD, or null where it has none
 * @param branch short name of the branch HEAD is on, or null where it is detached
 */
record WorktreeStatus(@Nullable String head, @Nullable String branch, List<Entry> entries) {

    private static final String LINK_MODE = "160000";

    WorktreeStatus {
        entries = List.copyOf(entries);
    }

    /** What is the matter with a path. */
    enum Kind {
        CHANGED,
        UNTRACKED,
        UNMERGED,
        /** Another repository or worktree inside this one that git does not know. */
        EMBEDDED,
        /** A new entry of the index that links to a repository: a submodule, or one added by mistake. */
        NEW_LINK,
        /** A submodule with changes of its own that no commit of it holds. */
        DIRTY_SUBMODULE
    }

    /**
     * One path from the top of the worktree.
     *
     * @param gone whether the file is deleted
     */
    record Entry(Kind kind, String path, boolean gone) {}

    static WorktreeStatus of(Git git) {
        List<String> records = git.run(
                        "status", "--porcelain=v2", "-z", "--branch", "--no-renames", "--untracked-files=all")
                .records();
        String head = null;
        String branch = null;
        List<Entry> entries = new ArrayList<>();
        for (String record : records) {
            if (record.startsWith("# branch.oid ") && !record.endsWith("(initial)")) {
                head = record.substring("# branch.oid ".length());
            } else if (record.startsWith("# branch.head ") && !record.endsWith("(detached)")) {
                branch = record.substring("# branch.head ".length());
            } else if (!record.startsWith("#")) {
                entries.add(entry(record));
            }
        }
        return new WorktreeStatus(head, branch, entries);
    }

    private static Entry entry(String record) {
        if (record.startsWith("? ")) {
            String path = record.substring(2);
            return path.endsWith("/")
                    ? new Entry(Kind.EMBEDDED, path.substring(0, path.length() - 1), false)
                    : new Entry(Kind.UNTRACKED, path, false);
        }
        if (record.startsWith("u ")) {
            return new Entry(Kind.UNMERGED, record.split(" ", 11)[10], false);
        }
        String[] part = record.split(" ", 9);
        return new Entry(changed(part), part[8], part[1].endsWith("D") || part[1].equals("D."));
    }

    // 1 XY sub mH mI mW hH hI path
    private static Kind changed(String[] part) {
        if (part[4].equals(LINK_MODE) && !part[3].equals(LINK_MODE)) {
            return Kind.NEW_LINK;
        }
        boolean onlyInside = part[2].startsWith("S.") && part[1].equals(".M");
        return onlyInside ? Kind.DIRTY_SUBMODULE : Kind.CHANGED;
    }

    boolean isClean() {
        return entries.isEmpty();
    }

    List<String> paths() {
        return entries.stream().map(Entry::path).toList();
    }

    List<String> paths(Kind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(Entry::path)
                .toList();
    }
}
