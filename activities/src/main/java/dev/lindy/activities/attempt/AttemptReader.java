package dev.lindy.activities.attempt;

import dev.lindy.activities.ProgramReader;
import dev.lindy.activities.agent.Agent;
import dev.lindy.activities.agent.AgentOutput;
import dev.lindy.activities.agent.AgentReading;
import dev.lindy.activities.agent.Agents;
import dev.lindy.activities.git.Candidate;
import dev.lindy.activities.git.Candidates;
import dev.lindy.activities.git.Changes;
import dev.lindy.activities.git.CollectPolicy;
import dev.lindy.activities.git.GitBinary;
import dev.lindy.activities.git.RefGuard;
import dev.lindy.activities.git.Refusal;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.guard.SharedFiles;
import dev.lindy.activities.guard.SharedFilesGuard;
import dev.lindy.activities.run.PlanStore;
import dev.lindy.activities.run.Repositories;
import dev.lindy.activities.run.RunContext;
import dev.lindy.activities.run.RunContexts;
import dev.lindy.activity.AgentResult;
import dev.lindy.activity.Dispatch;
import dev.lindy.failpoint.FailPoint;
import dev.lindy.plan.Task;
import dev.lindy.process.ProgramEnd;
import dev.lindy.process.ProgramRecord;
import dev.lindy.process.Programs;
import dev.lindy.run.Outcome;
import dev.lindy.state.Redactor;
import dev.lindy.text.SafeText;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an agent left: its words, its commits, and what it did to the user's refs. */
public final class AttemptReader implements ProgramReader {

    /** Kind of the programs that are agents at work on a task. */
    public static final String KIND = "agent";

    private static final int PREVIEW = 200;
    private static final int MAX_TITLE = 200;
    private static final int MAX_NOTES = 50;
    private static final int MAX_NOTE = 1_000;

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final Agents agents;
    private final Hooks hooks;

    public AttemptReader(
            RunContexts contexts, Repositories repositories, PlanStore plans, Programs programs, Agents agents) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.agents = agents;
        hooks = new Hooks(programs);
    }

    @Override
    public AgentResult read(ProgramRecord record, ProgramEnd end) throws IOException {
        AttemptContext context = AttemptContext.of(record);
        Dispatch request = context.dispatch();
        RunContext run = contexts.of(request.run());
        AttemptFiles files = new AttemptFiles(run.folder(), request.task(), request.attempt(), request.part());
        Redactor redactor = run.redactor();
        AgentReading reading = redactor.redact(reading(context, files, end).withoutCancel(), AgentReading.class);
        files.keepStreams(redactor);
        List<String> notes = new ArrayList<>(context.workspace().notes());
        notes.addAll(putBack(run, context));
        Assignment.handOver(reading.failure(), context.next()).ifPresent(notes::add);
        Repository repository = repositories.of(run);
        AgentResult result = redactor.redact(
                reading.failure() == null
                        ? candidate(run, repository, context, reading, files, notes)
                        : result(context, reading, reading.failure(), null, null, false, notes),
                AgentResult.class);
        files.addNotes(result.notes());
        logDispatch(run, context, reading, result, end);
        return result;
    }

    @Override
    public void abandoned(ProgramRecord record) {
        AttemptContext context = AttemptContext.of(record);
        Dispatch request = context.dispatch();
        RunContext run = contexts.of(request.run());
        new AttemptFiles(run.folder(), request.task(), request.attempt(), request.part())
                .addNotes(putBack(run, context));
    }

    /** What the agent did to things of the user; first the settings, without which git may not even work. */
    private List<String> putBack(RunContext run, AttemptContext context) {
        List<String> notes = new ArrayList<>();
        SharedFiles shared = context.shared();
        if (shared != null) {
            notes.addAll(new SharedFilesGuard(GitBinary.in(run.environment())).putBack(shared));
        }
        notes.addAll(new RefGuard(repositories.of(run), Repositories.prefix(run))
                .compare(context.dispatch().run().run(), context.refs()));
        return notes;
    }

    private AgentReading reading(AttemptContext context, AttemptFiles files, ProgramEnd end) {
        Agent agent = agents.find(context.agent())
                .orElseThrow(() -> new IllegalStateException("agent is gone: " + context.agent()));
        return agent.read(new AgentOutput(
                files.liveStdout(), files.liveStderr(), end, context.newSession(), context.resumedSession(), false));
    }

    private AgentResult candidate(
            RunContext run,
            Repository repository,
            AttemptContext context,
            AgentReading reading,
            AttemptFiles files,
            List<String> notes) {
        Dispatch request = context.dispatch();
        hooks.run(
                        run,
                        request,
                        context.workspace(),
                        "after_run",
                        run.config().lifecycleHooks().afterRun())
                .ifPresent(notes::add);
        Task task = plans.task(run, request.plan().plan(), request.task());
        CollectPolicy policy = new CollectPolicy(
                run.config().gates().structural().sensitivePatterns(),
                run.config().workspace().commitLeftovers(),
                "%s: %s".formatted(request.task(), SafeText.line(task.description(), MAX_TITLE)));
        Candidate candidate = new Candidates(repository)
                .collect(
                        context.workspace(),
                        request.attempt(),
                        context.workspace().startCommit(),
                        policy);
        FailPoint.CANDIDATE_COLLECTED.pass();
        notes.addAll(candidate.notes());
        Refusal refused = candidate.refused();
        String commit = candidate.commit();
        if (refused != null || commit == null) {
            String why = refused == null ? "the attempt left no commit" : refused.message();
            return result(context, reading, new Outcome.AgentFailed(why), null, null, false, notes);
        }
        files.writeDiffstat(run.redactor().redact(candidate.diffstat()));
        Changes changes = new Changes(repository);
        String branch = context.workspace().branch();
        if (!changes.holds(commit, branch)) {
            String why = "the agent left commits on `%s` that its worktree does not hold".formatted(branch);
            return result(context, reading, new Outcome.AgentFailed(why), null, null, false, notes);
        }
        String tip = repositories.goal(run, request.plan().base().commit()).tip();
        String base = changes.mergeBase(commit, tip);
        boolean changed = !changes.treeOf(base).equals(changes.treeOf(commit));
        return result(context, reading, null, commit, base, changed, notes);
    }

    private static AgentResult result(
            AttemptContext context,
            AgentReading reading,
            @Nullable Outcome failure,
            @Nullable String commit,
            @Nullable String base,
            boolean changed,
            List<String> notes) {
        return new AgentResult(
                failure,
                commit,
                base,
                changed,
                context.agent(),
                reading.sessionId(),
                reading.costUsd(),
                context.workspace().branch(),
                bounded(notes),
                context.model(),
                reading.costUnknown(),
                context.failoverLeft());
    }

    /** Names of files and refs may be of any number, and the result goes to Temporal. */
    private static List<String> bounded(List<String> notes) {
        List<String> kept = new ArrayList<>(notes.stream()
                .limit(MAX_NOTES)
                .map(note -> SafeText.line(note, MAX_NOTE))
                .toList());
        if (notes.size() > MAX_NOTES) {
            kept.add("and " + (notes.size() - MAX_NOTES) + " more");
        }
        return kept;
    }

    private static void logDispatch(
            RunContext run, AttemptContext context, AgentReading reading, AgentResult result, ProgramEnd end) {
        Dispatch request = context.dispatch();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task_id", request.task().value());
        details.put("attempt", request.attempt());
        details.put("branch", context.workspace().branch());
        details.put("agent", context.agent());
        if (context.model() != null) {
            details.put("model", context.model());
        }
        details.put("prompt_preview", preview(reading.text()));
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("success", result.failure() == null);
        output.put("duration", end.launchedAt() == null ? 0 : seconds(end));
        output.put("exit_code", end.exitCode());
        output.put("cost_usd", reading.costUnknown() && reading.costUsd() == 0 ? null : reading.costUsd());
        output.put(
                "outcome",
                result.failure() == null ? "finished" : result.failure().word());
        Assignment.handOver(result.failure(), context.next())
                .ifPresent(why -> output.put("handed_over", context.next()));
        run.actions()
                .append(run.ref().run(), "dispatch", result.failure() == null ? "success" : "error", details, output);
    }

    private static double seconds(ProgramEnd end) {
        return end.launchedAt() == null
                ? 0
                : Duration.between(end.launchedAt(), end.endedAt()).toMillis() / 1000.0;
    }

    private static String preview(String text) {
        return text.length() <= PREVIEW ? text : text.substring(0, PREVIEW);
    }
}
