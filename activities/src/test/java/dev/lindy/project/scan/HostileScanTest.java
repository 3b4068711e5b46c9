package dev.lindy.project.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.testing.NotRun;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a repository holds, the scan ends soon and reads nothing outside. */
@Timeout(20)
class HostileScanTest {

    private ScannedProject project;

    @BeforeEach
    void project(@TempDir Path root) throws IOException {
        project = new ScannedProject(root);
    }

    @Test
    void followsNoLoopOfLinksAndNoLinkOut(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("huge.py"), "x\n".repeat(900));
        Path source = project.root.resolve("services/api/src");
        Files.createSymbolicLink(source.resolve("loop"), source);
        Files.createSymbolicLink(source.resolve("out"), outside);
        Files.createSymbolicLink(source.resolve("linked.py"), outside.resolve("huge.py"));

        assertThat(project.findings()).isEmpty();
    }

    @Test
    void readsLittleOfHugeFilesAndNothingOfBinaryOnes() throws IOException {
        try (RandomAccessFile huge = new RandomAccessFile(
                project.root.resolve("services/api/src/sparse.py").toFile(), "rw")) {
            huge.setLength(50L << 20);
        }
        project.file("services/api/src/binary.py", "\0" + "x\n".repeat(900));
        project.file("services/api/src/oneline.py", "x".repeat(9 << 20));

        assertThat(project.findings()).isEmpty();
    }

    @Test
    void namesFoldersThatItMayNotRead() throws IOException {
        Path closed = Files.createDirectories(project.root.resolve("services/api/closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        NotRun.unless(!Files.isReadable(closed), "HostileScanTest with a closed folder, which root may read");

        try {
            assertThat(project.scan().problems()).containsExactly("could not read `services/api/closed`");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void saysOfDocumentsThatTheyCannotBeRead() throws IOException {
        Files.write(project.root.resolve("ARCHITECTURE.md"), new byte[] {(byte) 0xfe, (byte) 0xff});
        project.file("CONTRACTS.md", "x".repeat(DocumentFile.MAX_BYTES + 1));

        assertThat(project.findings())
                .containsExactly(
                        "warning: ARCHITECTURE.md cannot be read: it is not UTF-8 text",
                        "warning: CONTRACTS.md cannot be read: it is larger than 2 MB");
    }

    @Test
    void opensNoDocumentThatLeadsOut(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret"), "## Module Topology\n");
        Files.delete(project.root.resolve("ARCHITECTURE.md"));
        Files.createSymbolicLink(project.root.resolve("ARCHITECTURE.md"), secret);

        assertThat(project.findings()).singleElement().asString().contains("it leads out of the project");
    }

    @Test
    void readsADocumentOfManyItemsInLinearTime() throws IOException {
        project.file(
                "ARCHITECTURE.md", "## Module Topology\n\n" + "- **".repeat(100_000) + "\n- **api** \n- **web-ui**\n");

        assertThat(project.findings()).isEqualTo(List.of());
    }

    @Test
    void takesADeclaredFolderThatLeadsOutForMissing() throws IOException {
        project.file("ARCHITECTURE.md", """
                ## Module Topology

                - **api**
                - **web-ui**
                - **up** (`../..`)
                - **etc** (`/etc`)
                """);

        assertThat(project.findings())
                .containsExactly(
                        "error: declared module `up` has no folder `../..`",
                        "error: declared module `etc` has no folder `/etc`");
    }
}
