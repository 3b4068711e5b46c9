package dev.lindy.activities.prompt;

import dev.lindy.plan.TaskId;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the prompts of a task say about its place.
 *
 * @param goal of the whole run; the beginning is shown
 * @param title the task's description
 * @param attempt from 1
 * @param module name of the module, or {@code root} or {@code *}
 * @param modulePath folder of the module below the worktree, or null for the whole project
 * @param branch that is checked out in the worktree
 * @param ownFolderOnly whether a gate rejects changes outside the module's folder
 * @param sensitive patterns of files that are refused
 * @param statusFile the module's STATUS.md below the worktree, or null where there is none
 * @param mailbox absolute path of the module's inbox, or null without mailbox
 * @param messages messages of the mailbox that this conversation has not seen, one line each
 * @param guidance what the user says about this task
 * @param gates names of the gates that will judge the attempt
 */
public record AttemptFacts(
        String project,
        String goal,
        TaskId task,
        String title,
        int attempt,
        String module,
        @Nullable String modulePath,
        String branch,
        boolean ownFolderOnly,
        List<String> sensitive,
        @Nullable String statusFile,
        @Nullable Path mailbox,
        List<String> messages,
        List<String> guidance,
        List<String> gates) {

    public AttemptFacts {
        sensitive = List.copyOf(sensitive);
        messages = List.copyOf(messages);
        guidance = List.copyOf(guidance);
        gates = List.copyOf(gates);
    }
}
