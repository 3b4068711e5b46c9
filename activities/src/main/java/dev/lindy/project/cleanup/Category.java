package dev.lindy.project.cleanup;

import java.util.Locale;

/** Kinds of things that clean-up looks at, in the order of its report; the first words are the original's. */
public enum Category {
    STALE_BRANCH,
    STALE_WORKTREE,
    OLD_RUN,
    OLD_SESSION,
    LOG_ROTATION,
    STATUS_DRIFT,
    ORPHAN_PLAN;

    /** As in the original's report and in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
