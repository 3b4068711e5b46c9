package dev.lindy.workflow;

import static dev.lindy.workflow.Fixture.UNIT;
import static dev.lindy.workflow.Fixture.gates;
import static dev.lindy.workflow.Fixture.parallel;
import static dev.lindy.workflow.Fixture.request;
import static dev.lindy.workflow.Fixture.task;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.activity.CiAnswer;
import dev.lindy.activity.JudgeTree.Place;
import dev.lindy.activity.MergeResult;
import dev.lindy.activity.PlannedGate;
import dev.lindy.run.Outcome;
import dev.lindy.run.RunStatus;
import dev.lindy.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Writes the histories of {@link HistoriesTest}: {@code -Dhistories.record=v2} for a shape that is new. */
@EnabledIfSystemProperty(named = "histories.record", matches = "v\\d+")
class HistoryRecorderTest {

    @RegisterExtension
    final Engine engine = new Engine();

    private final CountDownLatch latch = new CountDownLatch(1);

    @Test
    void diamond() throws IOException {
        engine.plan(gates(task(1), UNIT, Fixture.BASE), task(2, 1), task(3, 1), task(4, 2, 3));
        engine.run(request(parallel(2)));
        write("diamond", 1);
    }

    @Test
    void rework() throws IOException {
        engine.plan(gates(task(1), UNIT), task(2, 1), task(3));
        engine.world.agent(1, asked -> Fixture.ended(asked, new Outcome.Interrupted("the host went down")));
        engine.world.agent(1, asked -> Fixture.ended(asked, new Outcome.Transient("overloaded")));
        for (int attempt = 1; attempt <= 3; attempt++) {
            engine.world.gate(1, UNIT, Place.ATTEMPT, Verdict.REJECTED, "no");
        }
        engine.missed(engine.start(request(parallel(2))));
        write("rework", 1);
    }

    @Test
    void conflict() throws IOException {
        engine.plan(gates(task(1), UNIT), task(2));
        engine.world.merge(1, asked -> new MergeResult.Conflicted(List.of("a.txt"), "tip-2"));
        engine.world.merge(1, asked -> new MergeResult.NeedsGates("merged", "tip-3"));
        engine.run(request(parallel(2)));
        write("conflict", 1);
    }

    @Test
    void ci() throws IOException {
        engine.plan(gates(task(1), Fixture.CI, UNIT), task(2));
        engine.world.push(1, asked -> CiAnswer.pending("connection refused"));
        engine.world.look(1, asked -> CiAnswer.pending("`ci.yml` is in_progress"));
        engine.world.look(1, asked -> CiAnswer.of(Fixture.verdict("ci_check", Verdict.REJECTED, "CI failed")));
        engine.run(request(parallel(2)));
        write("ci", 1);
    }

    @Test
    void flaky() throws IOException {
        PlannedGate tests = new PlannedGate("tests", "tests", true, true, true, false, null, 1, false);
        engine.plan(gates(task(1), tests, UNIT), task(2));
        engine.world.gate(1, tests, Place.BASE, Verdict.REJECTED, "no");
        engine.world.gate(1, tests, Place.ATTEMPT, Verdict.REJECTED, "no");
        engine.run(request(parallel(2)));
        write("flaky", 1);
    }

    @Test
    void canceled() throws IOException {
        engine.plan(task(1), task(2), task(3, 2));
        engine.world.agent(2, World.until(latch, Fixture::worked));
        GoalWorkflow goal = engine.start(request(parallel(2)));
        engine.untilJournal("merge 1");
        engine.untilJournal("start 2");
        engine.cancel(goal);
        assertThatThrownBy(() -> engine.result(goal)).isNotNull();
        write("canceled", 2);
    }

    @Test
    void paused() throws IOException {
        engine.plan(task(1), task(2), task(3));
        engine.world.agent(1, World.until(latch, Fixture::worked));
        engine.world.agent(2, asked -> Fixture.ended(asked, new Outcome.AuthMissing("not logged in", "log in")));
        GoalWorkflow goal = engine.start(request(parallel(2)));
        engine.untilStatus(goal, RunStatus.PAUSED);
        goal.skip(Fixture.id(3));
        goal.retry(Fixture.id(3));
        goal.resume();
        latch.countDown();
        engine.result(goal);
        write("paused", 2);
    }

    private void write(String behavior, int task) throws IOException {
        String version = System.getProperty("histories.record");
        Files.createDirectories(HistoriesTest.FOLDER);
        write(Fixture.RUN.workflowId(), behavior + "-goal-" + version);
        write(Engine.child(task), behavior + "-task-" + task + "-" + version);
    }

    private void write(String workflowId, String name) throws IOException {
        Path file = HistoriesTest.FOLDER.resolve(name + ".json");
        Files.writeString(file, engine.history(workflowId).toJson(true) + "\n");
    }
}
