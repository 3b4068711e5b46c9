package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalIT {

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Journal journal;

    @BeforeEach
    void openJournal() {
        sandbox = Sandbox.withCommit(folder);
        journal = new Journal(sandbox.repository(), Sandbox.RUN);
    }

    private static JournalFile file(String path, String text) {
        return new JournalFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String path) {
        return journal.read(path)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("(none)");
    }

    @Test
    void replacesFilesAndKeepsTheOthers() {
        journal.append(List.of(file("goal.md", "göal"), file(Journal.taskPath(3), "{}")), "Start");
        journal.append(List.of(file(Journal.taskPath(3), "{\"n\":1}"), file(Journal.taskPath(250), "")), "Task 3");

        assertThat(text("goal.md")).isEqualTo("göal");
        assertThat(text("tasks/0/3.json")).isEqualTo("{\"n\":1}");
        assertThat(journal.list("tasks/")).containsExactly("tasks/0/3.json", "tasks/2/250.json");
        assertThat(sandbox.git("log", "--format=%s", journal.ref())).isEqualTo("Task 3\nStart");
    }

    @Test
    void knowsWhetherItExists() {
        assertThat(journal.exists()).isFalse();
        assertThat(journal.read("goal.md")).isEmpty();
        assertThat(journal.list("")).isEmpty();

        journal.append(List.of(file("goal.md", "g")), "Start");

        assertThat(journal.exists()).isTrue();
        assertThat(journal.read("other.md")).isEmpty();
    }

    @Test
    void keepsBytesAsTheyAre() {
        byte[] bytes = new byte[300_000];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = (byte) (n * 31);
        }

        journal.append(List.of(new JournalFile("plan.json", bytes)), "Plan");

        assertThat(journal.read("plan.json")).contains(bytes);
    }

    @Test
    void losesNothingToOtherWriters() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> futures = new ArrayList<>();
            for (int n = 1; n <= 8; n++) {
                JournalFile task = file(Journal.taskPath(n), "{}");
                futures.add(pool.submit(() -> journal.append(List.of(task), "Task")));
            }
            for (Future<String> future : futures) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(journal.list("tasks/")).hasSize(8);
    }

    @Test
    void preparesWithoutMovingTheRef() {
        String first = journal.append(List.of(file("goal.md", "g")), "Start");

        RefUpdate update = journal.prepare(List.of(file("state.json", "{}")), "Next");

        assertThat(update.from()).isEqualTo(first);
        assertThat(sandbox.git("rev-parse", journal.ref())).isEqualTo(first);
        assertThat(sandbox.git("for-each-ref", "--format=%(refname)")).isEqualTo("refs/heads/main\n" + journal.ref());
    }

    @Test
    void leavesIndexAndWorktreeAlone() {
        sandbox.write("README.md", "dirty\n");
        String before = sandbox.userState();

        journal.append(List.of(file("README.md", "journal's own")), "Start");

        assertThat(sandbox.userState()).isEqualTo(before);
    }

    @Test
    void refusesPathsThatLeaveTheJournal() {
        assertThatThrownBy(() -> file("../x", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file("a\nb", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file(".git/x", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsFewCalls() {
        CountingRunner runner = new CountingRunner(GitBinary.in(sandbox.environment()));
        Journal counted = new Journal(Repository.open(sandbox.project(), sandbox.environment(), runner), Sandbox.RUN);
        runner.reset();

        counted.append(List.of(file("goal.md", "g")), "Start");

        assertThat(runner.calls()).hasSizeLessThanOrEqualTo(3);
    }
}
