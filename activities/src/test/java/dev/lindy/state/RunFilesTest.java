package dev.lindy.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lindy.payload.Payloads;
import dev.lindy.plan.TaskId;
import dev.lindy.run.RunHeader;
import dev.lindy.run.RunId;
import dev.lindy.run.RunStatus;
import dev.lindy.run.TaskRow;
import dev.lindy.run.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");

    private StateDirectory state;
    private RunFiles files;

    @BeforeEach
    void empty(@TempDir Path root) {
        state = new StateDirectory(root);
        files = new RunFiles(state);
    }

    private void start(String run, Instant at) throws IOException {
        RunStart start = new RunStart(
                RunId.of(run), "goal-" + run, "/p", "g".repeat(300), "managed", "managed", "a", "n", null, at, false);
        PrivateFiles.write(folder(run).start(), Payloads.mapper().writeValueAsBytes(start));
    }

    private void header(String run, RunStatus status) throws IOException {
        RunHeader header = new RunHeader(
                RunId.of(run),
                "goal-" + run,
                1,
                "g",
                "/p",
                status,
                START,
                null,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                false);
        PrivateFiles.write(folder(run).header(), Payloads.mapper().writeValueAsBytes(header));
    }

    private void task(String run, int id) throws IOException {
        TaskRow row = new TaskRow("m", "d", List.of(), TaskState.pending(TaskId.of(id)));
        PrivateFiles.write(
                folder(run).taskStates().resolve(id + ".json"),
                Payloads.mapper().writeValueAsBytes(row));
    }

    private RunFolder folder(String run) {
        return state.run(RunId.of(run));
    }

    @Test
    void knowsNoRunsWhereThereIsNoFolder() {
        assertThat(files.list().runs()).isEmpty();
        assertThat(files.ids("")).isEmpty();
    }

    @Test
    void listsNewestFirstAndFindsByBeginning() throws IOException {
        start("aaaa0000", START);
        start("aaab0000", START.plusSeconds(1));
        Files.createDirectories(state.runs().resolve("not-a-run"));

        assertThat(files.list().runs())
                .extracting(run -> run.start().run().value())
                .containsExactly("aaab0000", "aaaa0000");
        assertThat(files.ids("aaa")).hasSize(2);
        assertThat(files.matching("aaab").runs()).hasSize(1);
    }

    @Test
    void takesARunThatHasNothingYetAsPlanning() throws IOException {
        start("aaaa0000", START);

        RunPicture picture = files.reader(RunId.of("aaaa0000")).read();

        assertThat(picture.snapshot().header().status()).isEqualTo(RunStatus.PLANNING);
        assertThat(picture.snapshot().header().goal()).hasSize(200);
        assertThat(picture.snapshot().tasks()).isEmpty();
        assertThat(picture.writtenAt()).isEqualTo(START);
    }

    @Test
    void readsTasksInTheOrderOfTheirNumbersAndPassesOtherFilesOver() throws IOException {
        start("aaaa0000", START);
        header("aaaa0000", RunStatus.RUNNING);
        for (int id : new int[] {10, 2, 1}) {
            task("aaaa0000", id);
        }
        Files.writeString(folder("aaaa0000").taskStates().resolve(".2.json.tmp"), "{");

        RunPicture picture = files.reader(RunId.of("aaaa0000")).read();

        assertThat(picture.snapshot().tasks())
                .extracting(row -> row.id().value())
                .containsExactly(1, 2, 10);
        assertThat(picture.problems()).isEmpty();
    }

    @Test
    void reportsATaskThatCannotBeReadAndKeepsTheRest() throws IOException {
        start("aaaa0000", START);
        header("aaaa0000", RunStatus.RUNNING);
        task("aaaa0000", 1);
        Files.writeString(folder("aaaa0000").taskStates().resolve("2.json"), "{\"module\": 7");
        Files.writeString(folder("aaaa0000").taskStates().resolve("3.json"), "null");

        RunPicture picture = files.reader(RunId.of("aaaa0000")).read();

        assertThat(picture.snapshot().tasks()).hasSize(1);
        assertThat(picture.problems()).hasSize(2).allMatch(problem -> problem.startsWith("could not read `"));
    }

    @Test
    void reportsARunThatCannotBeReadAndKeepsTheRest() throws IOException {
        start("aaaa0000", START);
        start("bbbb0000", START);
        Files.createDirectories(folder("bbbb0000").root());
        Files.writeString(folder("bbbb0000").header(), "not json");
        Files.createDirectories(folder("cccc0000").root());

        RunListing listing = files.list();

        assertThat(listing.runs()).hasSize(1);
        assertThat(listing.problems()).hasSize(2);
        assertThatThrownBy(() -> files.reader(RunId.of("bbbb0000")).read())
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("header.json");
    }

    @Test
    void seesAFileThatWasReplaced() throws IOException {
        start("aaaa0000", START);
        header("aaaa0000", RunStatus.RUNNING);
        RunReader reader = files.reader(RunId.of("aaaa0000"));
        reader.read();

        header("aaaa0000", RunStatus.FAILED);

        assertThat(reader.read().snapshot().header().status()).isEqualTo(RunStatus.FAILED);
    }
}
