package dev.lindy.activities.gate.review;

import dev.lindy.activities.git.RefSnapshot;
import dev.lindy.activity.JudgeTree;
import java.nio.file.Path;

/**
 * What the reader of a judging agent's answer needs, kept in the program's record.
 *
 * @param tree id of the tree that is judged
 * @param module of the task
 * @param name of the gate
 * @param cached what its verdict is kept under
 * @param evidence file of the evidence, relative to the run's folder
 * @param session id of the agent's conversation
 * @param structured whether a structured answer was asked for
 * @param worktree where the agent looks around
 * @param refs the user's refs before it started
 */
record AgentGateContext(
        JudgeTree request,
        String tree,
        String module,
        String name,
        String cached,
        boolean required,
        String evidence,
        String agent,
        String session,
        boolean structured,
        Path worktree,
        RefSnapshot refs) {}
