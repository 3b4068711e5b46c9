package dev.lindy.activities.git;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what an agent began in git and did not end. */
final class UnfinishedWork {

    private static final Map<String, String> SIGNS = signs();

    private UnfinishedWork() {}

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("rebase-merge", "rebase");
        signs.put("rebase-apply", "rebase");
        signs.put("MERGE_HEAD", "merge");
        signs.put("CHERRY_PICK_HEAD", "cherry-pick");
        signs.put("REVERT_HEAD", "revert");
        return signs;
    }

    static Optional<Refusal> in(WorktreeFolder place, WorktreeStatus status) {
        List<String> unmerged = status.paths(WorktreeStatus.Kind.UNMERGED);
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            if (place.has(sign.getKey())) {
                return Optional.of(refusal("the agent left a " + sign.getValue() + " unfinished", unmerged));
            }
        }
        return unmerged.isEmpty() ? Optional.empty() : Optional.of(refusal("the agent left conflicts", unmerged));
    }

    private static Refusal refusal(String what, List<String> unmerged) {
        String where = unmerged.isEmpty() ? "" : " in " + Refusal.names(unmerged);
        return Refusal.of(Refusal.Kind.UNFINISHED, what + where, unmerged);
    }
}
