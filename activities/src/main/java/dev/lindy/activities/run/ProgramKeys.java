package dev.lindy.activities.run;

import dev.lindy.activities.git.Workspace;
import dev.lindy.activity.Dispatch;
import dev.lindy.activity.JudgeTree;
import dev.lindy.activity.PlanRequest;
import dev.lindy.process.ProgramKey;
import java.util.Locale;

/** Names of programs: the same question always gets the same key, so that it is never asked twice. */
public final class ProgramKeys {

    private static final int SHORT_ID = 12;

    private ProgramKeys() {}

    public static ProgramKey agent(Dispatch request) {
        return new ProgramKey(part(request) + ".agent");
    }

    public static ProgramKey hook(Dispatch request, String hook) {
        return new ProgramKey(part(request) + ".hook." + hook);
    }

    /** A hook that belongs to a task's worktree and to no attempt. */
    public static ProgramKey hook(Workspace workspace, String hook) {
        return new ProgramKey(
                "%s.t%d.hook.%s".formatted(workspace.run(), workspace.task().value(), hook));
    }

    public static ProgramKey planner(PlanRequest request) {
        return new ProgramKey("%s.plan.%d.%d".formatted(request.run().run(), request.number(), request.part()));
    }

    /**
     * Names one run of a gate.
     *
     * @param tree id of the tree that is judged
     */
    public static ProgramKey gate(JudgeTree request, String tree) {
        return new ProgramKey("%s.t%d.a%d.gate.%s.%s.%d.%s"
                .formatted(
                        request.run().run(),
                        request.task().value(),
                        request.attempt(),
                        request.gate(),
                        request.place().name().toLowerCase(Locale.ROOT),
                        request.number(),
                        tree.substring(0, Math.min(SHORT_ID, tree.length()))));
    }

    private static String part(Dispatch request) {
        return "%s.t%d.a%d.p%d"
                .formatted(request.run().run(), request.task().value(), request.attempt(), request.part());
    }
}
