package dev.lindy.worker.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.worker.engine.TaskLedger.Kind;
import dev.lindy.worker.engine.TaskLedger.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenStoreTest {

    @TempDir
    Path root;

    @Test
    void givesBackWhatWasPut() {
        TokenStore store = store();
        store.put(token("a"));
        store.put(token("b"));

        assertThat(new TokenStore(root.resolve("tokens")).all()).containsExactlyInAnyOrder(token("a"), token("b"));
    }

    @Test
    void forgetsWhatWasRemoved() {
        TokenStore store = store();
        store.put(token("a"));

        store.remove("a");
        store.remove("never known");

        assertThat(store.all()).isEmpty();
    }

    @Test
    void isEmptyBeforeTheFirstToken() {
        assertThat(store().all()).isEmpty();
    }

    @Test
    void removesDamagedFilesAndKeepsTheRest() throws IOException {
        TokenStore store = store();
        store.put(token("a"));
        Path torn = Files.writeString(root.resolve("tokens/torn.json"), "{\"tok");
        Path foreign = Files.writeString(root.resolve("tokens/foreign.json"), "{}");

        assertThat(store.all()).containsExactly(token("a"));
        assertThat(torn).doesNotExist();
        assertThat(foreign).doesNotExist();
    }

    @Test
    void leavesNoDraftsAndLetsNobodyElseRead() throws IOException {
        store().put(token("a"));

        try (Stream<Path> files = Files.list(root.resolve("tokens"))) {
            assertThat(files.map(file -> file.getFileName().toString())).allMatch(name -> name.endsWith(".json"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("tokens"))))
                .isEqualTo("rwx------");
    }

    @Test
    void doesNotFailWhereNothingCanBeWritten() throws IOException {
        Path file = Files.createFile(root.resolve("a file"));
        TokenStore store = new TokenStore(file.resolve("tokens"));

        store.put(token("a"));
        store.remove("a");

        assertThat(store.all()).isEmpty();
    }

    private TokenStore store() {
        return new TokenStore(root.resolve("tokens"));
    }

    private static TokenRecord token(String token) {
        return new TokenRecord(
                new Task(Kind.ACTIVITY, token, "goal", "run", "1", "Run.Open", 1),
                "lindy",
                4711,
                "boot/1",
                Instant.parse("2026-11-01T12:00:00Z"));
    }
}
