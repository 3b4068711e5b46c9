package dev.lindy.activities.ci;

import dev.lindy.activities.failure.LindyException;
import dev.lindy.activities.gate.GateCase;
import dev.lindy.activities.gate.Gates;
import dev.lindy.activities.git.Workspace;
import dev.lindy.activities.git.remote.PushAnswer;
import dev.lindy.activities.git.remote.Remote;
import dev.lindy.activities.git.remote.RemoteException;
import dev.lindy.activities.run.WorkspaceFile;
import dev.lindy.activity.CiActivities;
import dev.lindy.activity.CiAnswer;
import dev.lindy.activity.CiQuestion;
import dev.lindy.activity.JudgeTree;
import dev.lindy.failure.FailureType;
import dev.lindy.project.github.Gh;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Pushes candidates and looks at the runs that GitHub Actions has of them, each in one short call. */
public final class CiGate implements CiActivities {

    private final Gates gates;
    private final Clock clock;

    public CiGate(Gates gates, Clock clock) {
        this.gates = gates;
        this.clock = clock;
    }

    @Override
    public CiAnswer push(CiQuestion question) {
        GateCase gate = gates.find(question.gate());
        CiVerdicts verdicts = new CiVerdicts(gate);
        Optional<Remote> remote =
                Remote.origin(gate.repository().topLevel(), gate.run().ciEnvironment(), gh(gate).isInstalled());
        if (remote.isEmpty()) {
            return verdicts.broken("the repository has no remote `origin` to push to");
        }
        JudgeTree asked = question.gate();
        CommitPush push = new CommitPush(
                remote.get(),
                gate.run().folder(),
                asked.run().run(),
                asked.task(),
                workspace(gate).branch());
        try {
            Optional<PushAnswer> answer = push.push(asked.commit());
            return answer.map(said -> answer(said, verdicts))
                    .orElseGet(() -> verdicts.broken("the remote has commits of somebody else on " + push.branches()
                            + "; bring them in, or remove the branch there"));
        } catch (RemoteException e) {
            String message = "could not push to `origin`: " + e.getMessage();
            boolean isLate = question.waited().compareTo(gate.gate().timeout()) >= 0;
            return e.isPassing() && !isLate ? verdicts.pending(message) : verdicts.broken(message);
        }
    }

    private static CiAnswer answer(PushAnswer said, CiVerdicts verdicts) {
        return switch (said.kind()) {
            case DONE -> CiAnswer.ready();
            case FORBIDDEN -> verdicts.broken("could not push to `origin`: " + said.summary());
            case REFUSED ->
                verdicts.rejected(
                        "the remote refuses the commit: " + said.summary(),
                        said.text().lines().toList());
        };
    }

    @Override
    public CiAnswer look(CiQuestion question) {
        GateCase gate = gates.find(question.gate());
        List<String> remote = PushedCommits.read(
                        gate.run().folder(), question.gate().task())
                .map(PushedCommits::branch)
                .map(List::of)
                .orElseGet(() -> List.of(workspace(gate).branch()));
        return new CiLook(gate, gh(gate), remote.get(0), clock).at(question.waited());
    }

    private static Gh gh(GateCase gate) {
        return new Gh(gate.run().projectRoot(), gate.run().ciEnvironment());
    }

    private static Workspace workspace(GateCase gate) {
        return WorkspaceFile.of(gate.run().folder(), gate.request().task())
                .read()
                .orElseThrow(() -> new LindyException(
                        FailureType.WORKSPACE_UNUSABLE,
                        "the worktree of " + gate.request().task() + " is gone",
                        "start the task again with `lindy retry`"));
    }
}
