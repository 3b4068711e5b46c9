package dev.lindy.activities.gate;

import dev.lindy.activity.JudgeTree;
import org.jspecify.annotations.Nullable;

/**
 * What the reader of a gate's result needs, kept in the program's record.
 *
 * @param tree id of the tree that is judged
 * @param module of the task
 * @param command as people read it
 * @param evidence file of the evidence, relative to the run's folder
 * @param blamesBase whether the same gate on the base commit may excuse a rejection
 * @param project folder of the project in the worktree; null in records of earlier versions
 */
record GateContext(
        JudgeTree request,
        String tree,
        String module,
        String name,
        boolean required,
        String command,
        String evidence,
        boolean blamesBase,
        @Nullable String project) {}
