package dev.lindy.activities.git;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The user's refs at one moment.
 *
 * @param refs full name to object of branches and tags that are not ours
 * @param head branch or commit that the user's worktree is on
 * @param stash entries of the stash, the newest first
 */
public record RefSnapshot(Map<String, String> refs, String head, List<StashEntry> stash) {

    public RefSnapshot {
        refs = Collections.unmodifiableMap(new LinkedHashMap<>(refs));
        stash = List.copyOf(stash);
    }

    /** One entry of the stash. */
    public record StashEntry(String commit, String message) {}
}
