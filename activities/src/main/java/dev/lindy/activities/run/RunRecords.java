package dev.lindy.activities.run;

import dev.lindy.activities.git.Journal;
import dev.lindy.activities.git.JournalFile;
import dev.lindy.activities.git.Repository;
import dev.lindy.activities.report.ReportJson;
import dev.lindy.activities.report.ReportMarkdown;
import dev.lindy.activity.OpenRun;
import dev.lindy.activity.OpenedRun;
import dev.lindy.activity.RecordRun;
import dev.lindy.activity.ReportRun;
import dev.lindy.activity.RunActivities;
import dev.lindy.activity.WrittenReport;
import dev.lindy.failpoint.FailPoint;
import dev.lindy.plan.Plan;
import dev.lindy.process.Programs;
import dev.lindy.run.ArtifactRef;
import dev.lindy.run.BaseRef;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunSnapshot;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.state.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Opens runs, keeps their records and ends them with a report. */
public final class RunRecords implements RunActivities {

    private static final int MAX_DIRTY_SHOWN = 5;

    /** Least time between two session files of a run whose status stays the same. */
    private static final Duration SESSION_INTERVAL = Duration.ofSeconds(1);

    /** And so many times of what it took to write the one before, for it holds every task. */
    private static final int SESSION_SHARE = 30;

    /** The session file that was written last, and when the next is due. */
    private record SessionMark(RunStatus status, Instant next) {}

    private final RunContexts contexts;
    private final Repositories repositories;
    private final PlanStore plans;
    private final RunLog log;
    private final RunSnapshots snapshots;
    private final Tidying tidying;
    private final Map<RunId, SessionMark> sessions = new ConcurrentHashMap<>();

    public RunRecords(RunContexts contexts, Repositories repositories, PlanStore plans, RunLog log, Programs programs) {
        this.contexts = contexts;
        this.repositories = repositories;
        this.plans = plans;
        this.log = log;
        snapshots = new RunSnapshots(log.projection());
        tidying = new Tidying(contexts.state(), repositories, programs);
    }

    @Override
    public OpenedRun open(OpenRun request) {
        RunContext run = contexts.of(request.run());
        Repository repository = repositories.of(run);
        Journal journal = repositories.journal(run);
        repository.excludeOurFiles();
        Optional<RunHeader> earlier =
                request.resume() ? journal.read("state.json").map(log::readHeader) : Optional.empty();
        ArtifactRef plan = earlier.isPresent() ? restore(run, journal) : null;
        BaseRef base =
                earlier.map(RunHeader::base).orElseGet(() -> Repositories.usable(() -> start(request, repository)));
        Repositories.usable(() -> {
            repository.checkBranchPrefix(Repositories.prefix(run));
            return base;
        });
        String goalBranch = repositories.claim(run, base.commit()).name();
        FailPoint.GOAL_CLAIMED.pass();
        if (earlier.isEmpty()) {
            journal.append(beginning(run, request), "goal");
        }
        run.actions()
                .append(
                        request.run().run(),
                        "session_start",
                        "success",
                        Map.of("goal", goal(run), "dry_run", false, "resumed", request.resume()),
                        null);
        return new OpenedRun(base, goalBranch, notes(request, repository), earlier.orElse(null), plan);
    }

    private static BaseRef start(OpenRun request, Repository repository) {
        return request.snapshot() == null ? repository.resolveBase(request.base()) : request.snapshot();
    }

    private static List<String> notes(OpenRun request, Repository repository) {
        BaseRef snapshot = request.snapshot();
        return snapshot == null
                ? dirty(repository)
                : List.of("started from the changes of the checkout that are not committed, kept as commit "
                        + snapshot.commit());
    }

    /** All that is needed to go on with nothing but the repository. */
    private static List<JournalFile> beginning(RunContext run, OpenRun request) {
        try {
            return List.of(
                    new JournalFile("goal.md", run.artifacts().read(request.goal())),
                    new JournalFile(
                            "config.json", Files.readAllBytes(run.folder().config())));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the config of the run", e);
        }
    }

    private static List<String> dirty(Repository repository) {
        List<String> files = repository.dirtyFiles();
        if (files.isEmpty()) {
            return List.of();
        }
        String shown = String.join(", ", files.subList(0, Math.min(MAX_DIRTY_SHOWN, files.size())));
        return List.of(
                "the checkout has changes that are not committed; the run does not see them (`--include-uncommitted` would): "
                        + shown
                        + (files.size() > MAX_DIRTY_SHOWN ? " and " + (files.size() - MAX_DIRTY_SHOWN) + " more" : ""));
    }

    /** Brings plan and task rows back from the journal where this host has lost them. */
    private @Nullable ArtifactRef restore(RunContext run, Journal journal) {
        for (String path : journal.list("tasks/")) {
            journal.read(path)
                    .map(log::readRow)
                    .ifPresent(row -> log.projection().write(run.folder(), row));
        }
        return journal.read("plan.json")
                .map(bytes -> run.artifacts().write(run.folder().plan(), bytes))
                .orElse(null);
    }

    @Override
    public void record(RecordRun request) {
        RunContext run = contexts.of(request.run());
        List<JournalFile> entries = new ArrayList<>();
        entries.add(log.entry(request.header()));
        ArtifactRef plan = request.plan();
        if (plan != null) {
            for (TaskState state : request.changed()) {
                TaskRow row = log.show(run, plan, state);
                entries.add(log.entry(row));
                logEnd(run, row);
                tidying.afterCompleted(run, row);
            }
            Journal journal = repositories.journal(run);
            if (!journal.holds("plan.json")) {
                entries.add(new JournalFile("plan.json", run.artifacts().read(plan)));
            }
        }
        log.projection().write(run.folder(), request.header());
        String status = request.header().status().word();
        FailPoint.RECORD_SHOWN.pass(status);
        repositories.journal(run).append(entries, status);
        session(run, request.header(), plan);
        FailPoint.RECORD_DONE.pass(status);
    }

    private static void logEnd(RunContext run, TaskRow row) {
        TaskState state = row.state();
        if (state.status() != TaskStatus.COMPLETED && state.status() != TaskStatus.FAILED) {
            return;
        }
        boolean completed = state.status() == TaskStatus.COMPLETED;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task_id", row.id().value());
        details.put("module", row.module());
        details.put("description", row.description());
        details.put("retries", Math.max(0, state.attempts().size() - 1));
        if (!completed) {
            details.put("reason", String.valueOf(state.reason()));
        }
        run.actions()
                .append(
                        run.ref().run(),
                        completed ? "task_completed" : "task_failed",
                        completed ? "success" : "error",
                        details,
                        null);
    }

    @Override
    public WrittenReport report(ReportRun request) {
        FailPoint.REPORT_BEGUN.pass();
        RunContext run = contexts.of(request.run());
        BaseRef base = request.header().base();
        String tip = base == null ? "" : repositories.goal(run, base.commit()).tip();
        RunHeader header = withoutEmptyBranch(request.header(), tip);
        log.projection().write(run.folder(), header);
        Plan plan = plan(run);
        RunSnapshot snapshot = snapshots.of(run.folder(), header, plan);
        byte[] markdown = new ReportMarkdown(snapshot, goal(run), run.folder()::notes, tip)
                .render()
                .getBytes(StandardCharsets.UTF_8);
        PrivateFiles.write(run.folder().reportMarkdown(), markdown);
        PrivateFiles.write(run.folder().reportJson(), ReportJson.of(snapshot, goal(run), tip));
        FailPoint.REPORT_WRITTEN.pass();
        if (header.base() != null) {
            repositories
                    .journal(run)
                    .append(
                            List.of(new JournalFile("report.md", markdown), log.entry(header)),
                            "report: " + header.status().word());
        }
        run.sessions().write(snapshot, goal(run), plan, ProcessHandle.current().pid());
        FailPoint.REPORT_JOURNALED.pass();
        end(run, snapshot);
        FailPoint.REPORT_DONE.pass();
        return new WrittenReport(run.artifacts().name(run.folder().reportMarkdown()), tip);
    }

    /** A run that brought nothing leaves no branch, and says so. */
    private static RunHeader withoutEmptyBranch(RunHeader header, String tip) {
        boolean empty = header.base() != null && header.base().commit().equals(tip);
        return empty && header.status() != RunStatus.COMPLETED ? header.withoutBranch() : header;
    }

    private void end(RunContext run, RunSnapshot snapshot) {
        RunHeader header = snapshot.header();
        EndMark mark = new EndMark(run.folder());
        if (!mark.isAt(header.sequence())) {
            logEnd(run, snapshot);
            mark.set(header.sequence());
        }
        tidying.after(run, header);
        sessions.remove(header.run());
        contexts.close(header.run());
        repositories.close(header.run());
    }

    private static void logEnd(RunContext run, RunSnapshot snapshot) {
        RunHeader header = snapshot.header();
        Map<String, Object> details = new LinkedHashMap<>();
        if (header.endedAt() != null) {
            details.put(
                    "duration_seconds",
                    Duration.between(header.startedAt(), header.endedAt()).toSeconds());
        }
        details.put("completed", snapshot.count(TaskStatus.COMPLETED));
        details.put("failed", snapshot.count(TaskStatus.FAILED));
        details.put("skipped", snapshot.count(TaskStatus.SKIPPED));
        details.put("cost_usd", snapshot.costUsd());
        run.actions()
                .append(
                        header.run(),
                        "session_end",
                        header.status() == RunStatus.COMPLETED ? "success" : "error",
                        details,
                        null);
    }

    /** The session file is not written anew for each task that moves. */
    private void session(RunContext run, RunHeader header, @Nullable ArtifactRef plan) {
        SessionMark last = sessions.get(header.run());
        Instant now = Instant.now();
        if (last != null && last.status() == header.status() && now.isBefore(last.next())) {
            return;
        }
        sessions.put(header.run(), new SessionMark(header.status(), now.plus(SESSION_INTERVAL)));
        Plan known = plan == null ? null : plans.read(run, plan);
        run.sessions()
                .write(
                        snapshots.of(run.folder(), header, known),
                        goal(run),
                        known,
                        ProcessHandle.current().pid());
        Duration took = Duration.between(now, Instant.now()).multipliedBy(SESSION_SHARE);
        Duration pause = took.compareTo(SESSION_INTERVAL) > 0 ? took : SESSION_INTERVAL;
        sessions.put(header.run(), new SessionMark(header.status(), now.plus(pause)));
    }

    private @Nullable Plan plan(RunContext run) {
        return Files.exists(run.folder().plan()) ? plans.current(run) : null;
    }

    private static String goal(RunContext run) {
        Path file = run.folder().goal();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read `" + file + "`", e);
        }
    }
}
