package dev.lindy.cli;

import dev.lindy.payload.Payloads;
import dev.lindy.plan.TaskId;
import dev.lindy.run.Attempt;
import dev.lindy.run.BaseRef;
import dev.lindy.run.GateVerdict;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import dev.lindy.run.TaskStatus;
import dev.lindy.run.Verdict;
import dev.lindy.state.RunFolder;
import dev.lindy.state.RunStart;
import dev.lindy.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as a Worker leaves them on disk. */
public final class Runs {

    public static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    public static final String GOAL = "Add [login] with JWT";

    private final StateDirectory state;
    private final Path project;

    public Runs(StateDirectory state, Path project) {
        this.state = state;
        this.project = project;
    }

    public RunStart start(String run, Instant at) {
        return start(run, at, "managed");
    }

    public RunStart start(String run, Instant at, String engine) {
        RunStart start = new RunStart(
                RunId.of(run),
                "add-login-" + run,
                project.toString(),
                GOAL,
                engine,
                engine,
                "127.0.0.1:4711",
                "lindy",
                "http://127.0.0.1:4712/namespaces/lindy",
                at,
                false);
        write(folder(run).start(), start);
        return start;
    }

    public RunFolder folder(String run) {
        return state.run(RunId.of(run));
    }

    public static RunHeader header(
            String run, long sequence, RunStatus status, Path project, RunHeader.@Nullable Attention attention) {
        return new RunHeader(
                RunId.of(run),
                "add-login-" + run,
                sequence,
                GOAL,
                project.toString(),
                status,
                START,
                status.isTerminal() ? START.plusSeconds(724) : null,
                new BaseRef("main", "0123456789012345678901234567890123456789"),
                "af/goal-" + run,
                0.1,
                List.of(),
                attention,
                null,
                false);
    }

    public void header(String run, long sequence, RunStatus status, RunHeader.@Nullable Attention attention) {
        write(folder(run).header(), header(run, sequence, status, project, attention));
        writtenAt(folder(run).header(), START.plusSeconds(720));
    }

    public void task(String run, TaskRow row) {
        write(folder(run).taskStates().resolve(row.id().value() + ".json"), row);
    }

    /** A run of three tasks: one passed at its second attempt, one failed, one skipped. */
    public void failed(String run) {
        start(run, START);
        header(run, 9, RunStatus.FAILED, null);
        task(run, passed());
        task(run, failedTask());
        task(run, row(3, TaskStatus.SKIPPED, List.of(), "needs task-2, which failed", 2));
    }

    public static TaskRow passed() {
        Attempt rejected = new Attempt(
                1,
                0,
                "claude_cli",
                "session-1",
                START,
                START.plusSeconds(60),
                0.25,
                new Outcome.RejectedByGate(List.of("unit"), "3 of 212 tests failed"),
                null,
                List.of(
                        new GateVerdict("structural_check", Verdict.PASSED, true, "", ""),
                        new GateVerdict(
                                "unit",
                                Verdict.REJECTED,
                                true,
                                "3 of 212 tests failed, first: \u001b[31mPriceTest\u001b[0m",
                                "tasks/1/1/gates/unit.txt")));
        Attempt accepted = new Attempt(
                2,
                0,
                "claude_cli",
                "session-1",
                START.plusSeconds(61),
                START.plusSeconds(120),
                0.2,
                new Outcome.Accepted(),
                "abcdef0123456789abcdef0123456789abcdef01",
                List.of(new GateVerdict("unit", Verdict.PASSED, true, "212 tests", "tasks/1/2/gates/unit.txt")));
        return new TaskRow(
                "api",
                "Issue tokens [JWT]",
                List.of(),
                new TaskState(
                        TaskId.of(1),
                        5,
                        TaskStatus.COMPLETED,
                        List.of(rejected, accepted),
                        "af/task-1",
                        "fedcba9876543210fedcba9876543210fedcba98",
                        null));
    }

    private static TaskRow failedTask() {
        Attempt attempt = new Attempt(
                1,
                0,
                "claude_cli",
                null,
                START.plusSeconds(130),
                START.plusSeconds(700),
                0.5,
                new Outcome.Stalled("the agent was silent for 10m 00s"),
                null,
                List.of());
        return row(2, TaskStatus.FAILED, List.of(attempt), "the agent was silent for 10m 00s", 1);
    }

    public static TaskRow row(
            int id, TaskStatus status, List<Attempt> attempts, @Nullable String reason, int... after) {
        return new TaskRow(
                "web",
                "Task number " + id,
                Arrays.stream(after).mapToObj(TaskId::of).toList(),
                new TaskState(TaskId.of(id), 3, status, attempts, null, null, reason));
    }

    public static Attempt working(int number) {
        return new Attempt(number, 0, "claude_cli", null, START, null, 0, null, null, List.of());
    }

    private static void writtenAt(Path file, Instant at) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void write(Path file, Object value) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(fresh, Payloads.mapper().writeValueAsBytes(value));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
