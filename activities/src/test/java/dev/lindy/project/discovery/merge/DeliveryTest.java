package dev.lindy.project.discovery.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.discovery.SampleProject;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.generate.GeneratedFile.Kind;
import dev.lindy.project.discovery.merge.Delivered.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {

    private static final String OLD = "one\ntwo\nthree\nfour\nfive\n";
    private static final String NEW = "one\ntwo\nthree\nfour\nFIVE\n";
    private static final String BACKUP = ".orchestrator/backup/20261101-101204/a.md";

    private Path root;

    @BeforeEach
    void project(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
    }

    @Test
    void createsWhatIsMissing() throws IOException {
        assertThat(deliver("docs/a.md", OLD).outcome()).isEqualTo(Outcome.CREATED);
        assertThat(read("docs/a.md")).isEqualTo(OLD);
        assertThat(Files.getPosixFilePermissions(root.resolve("docs/a.md")))
                .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(root.resolve(".orchestrator/mailbox")).isDirectory();
    }

    @Test
    void keepsWhatWasThereBefore() throws IOException {
        write("a.md", "mine");

        assertThat(deliver("a.md", OLD).outcome()).isEqualTo(Outcome.KEPT);
        assertThat(deliver("a.md", NEW).outcome()).isEqualTo(Outcome.KEPT);
        assertThat(read("a.md")).isEqualTo("mine");
    }

    @Test
    void updatesWhatNobodyHasChanged() throws IOException {
        deliver("a.md", OLD);

        assertThat(deliver("a.md", NEW).outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(read("a.md")).isEqualTo(NEW);
        assertThat(read(BACKUP)).isEqualTo(OLD);
    }

    @Test
    void mergesNewsWithChanges() throws IOException {
        deliver("a.md", OLD);
        write("a.md", OLD.replace("one", "ONE"));

        assertThat(deliver("a.md", NEW).outcome()).isEqualTo(Outcome.MERGED);
        assertThat(read("a.md")).isEqualTo(NEW.replace("one", "ONE"));
        assertThat(read(BACKUP)).isEqualTo(OLD.replace("one", "ONE"));
    }

    @Test
    void keepsTheUsersSideOfAConflictAndNamesIt() throws IOException {
        deliver("a.md", OLD);
        write("a.md", OLD.replace("five", "my five").replace("one", "my one"));

        Delivered delivered = deliver("a.md", NEW);

        assertThat(delivered.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(delivered.detail()).startsWith("your side was kept at line 5");
        assertThat(read("a.md")).isEqualTo("my one\ntwo\nthree\nfour\nmy five\n");
        assertThat(deliver("a.md", NEW).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void changesNothingWithoutNews() throws IOException {
        deliver("a.md", OLD);
        write("a.md", "all mine");

        assertThat(deliver("a.md", OLD)).isEqualTo(new Delivered("a.md", Outcome.UNCHANGED, "with your changes"));
        assertThat(read("a.md")).isEqualTo("all mine");
        assertThat(root.resolve(".orchestrator/backup")).doesNotExist();
    }

    @Test
    void keepsTheLineEndsOfTheUser() throws IOException {
        deliver("a.md", OLD);
        write("a.md", OLD.replace("\n", "\r\n").replace("one", "ONE"));

        deliver("a.md", NEW);

        assertThat(read("a.md")).isEqualTo(NEW.replace("\n", "\r\n").replace("one", "ONE"));
    }

    @Test
    void replacesByForceAndKeepsTheOldFile() throws IOException {
        write("a.md", "mine");
        Files.setPosixFilePermissions(root.resolve("a.md"), PosixFilePermissions.fromString("rw-rw----"));

        assertThat(delivery(true).deliver(List.of(document("a.md", NEW))).get(0).outcome())
                .isEqualTo(Outcome.REPLACED);
        assertThat(read("a.md")).isEqualTo(NEW);
        assertThat(read(BACKUP)).isEqualTo("mine");
        assertThat(Files.getPosixFilePermissions(root.resolve("a.md")))
                .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }

    @Test
    void neverTouchesAState() throws IOException {
        write("STATUS.md", "mine");

        delivery(true).deliver(List.of(new GeneratedFile("STATUS.md", "new", Kind.STATE)));

        assertThat(read("STATUS.md")).isEqualTo("mine");
    }

    @Test
    void leavesAFileAloneThatWouldNotHoldTogether() throws IOException {
        deliver("a.md", OLD);
        write("a.md", OLD.replace("one", "ONE"));
        Delivery strict = new Delivery(root, git(), file -> false, SampleProject.NOW, false);

        assertThat(strict.deliver(List.of(document("a.md", NEW))).get(0).outcome())
                .isEqualTo(Outcome.KEPT);
        assertThat(read("a.md")).isEqualTo(OLD.replace("one", "ONE"));
    }

    @Test
    void writesThroughNoLink(@TempDir Path outside) throws IOException {
        Files.createSymbolicLink(root.resolve("docs"), outside);
        Files.createSymbolicLink(root.resolve("a.md"), root.resolve("b.md"));
        write("b.md", "b");

        List<Delivered> delivered = delivery(true).deliver(List.of(document("docs/x.md", NEW), document("a.md", NEW)));

        assertThat(delivered).extracting(Delivered::outcome).containsExactly(Outcome.FAILED, Outcome.FAILED);
        assertThat(delivered.get(1).detail()).isEqualTo("it is a symbolic link");
        assertThat(outside).isEmptyDirectory();
        assertThat(read("b.md")).isEqualTo("b");
    }

    @Test
    void writesTheOtherFilesWhereOneIsInTheWay() throws IOException {
        write("docs", "a file");
        Files.write(root.resolve("binary.md"), new byte[] {(byte) 0xff, 0});

        List<Delivered> delivered = delivery(false)
                .deliver(List.of(document("docs/x.md", NEW), document("binary.md", NEW), document("c.md", NEW)));

        assertThat(delivered)
                .extracting(Delivered::outcome)
                .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.CREATED);
        assertThat(delivered.get(1).detail()).isEqualTo("it is not UTF-8 text");
    }

    private Delivered deliver(String path, String content) {
        return delivery(false).deliver(List.of(document(path, content))).get(0);
    }

    private Delivery delivery(boolean force) {
        return new Delivery(root, git(), file -> true, SampleProject.NOW, force);
    }

    private static GitTextMerge git() {
        return new GitTextMerge(Map.of("PATH", System.getenv("PATH")));
    }

    private static GeneratedFile document(String path, String content) {
        return new GeneratedFile(path, content, Kind.DOCUMENT);
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private void write(String path, String content) throws IOException {
        Files.writeString(root.resolve(path), content);
    }
}
