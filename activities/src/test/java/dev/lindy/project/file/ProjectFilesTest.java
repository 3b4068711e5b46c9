package dev.lindy.project.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProjectFilesTest {

    @TempDir
    Path world;

    private Path root;
    private Path outside;
    private ProjectFiles files;

    @BeforeEach
    void world() throws IOException {
        root = Files.createDirectories(world.resolve("project"));
        outside = Files.createDirectories(world.resolve("outside"));
        Files.writeString(outside.resolve("file"), "theirs");
        files = new ProjectFiles(root);
    }

    @Test
    void readsAFileAndALinkToOneInside() throws IOException {
        Files.writeString(root.resolve("file"), "text");
        Files.createSymbolicLink(root.resolve("link"), Path.of("file"));

        assertThat(files.read("file", 10)).asString().isEqualTo("text");
        assertThat(files.read("link", 10)).asString().isEqualTo("text");
        assertThat(files.exit("link")).isEmpty();
    }

    @Test
    void followsNoLinkOutOfTheProject() throws IOException {
        Files.createSymbolicLink(root.resolve("file"), outside.resolve("file"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("relative"), Path.of("../outside"));

        for (String path : new String[] {"file", "folder/file", "folder/new/file", "relative/file"}) {
            assertThatThrownBy(() -> files.read(path, 10)).as(path).isInstanceOf(LeadsOutException.class);
            assertThat(files.exit(path)).as(path).isPresent();
        }
    }

    @Test
    void doesNotMakeTheFileThatADanglingLinkNames() throws IOException {
        Files.createSymbolicLink(root.resolve("log"), outside.resolve("made"));

        assertThatThrownBy(() -> files.inside("log")).isInstanceOf(LeadsOutException.class);
    }

    @Test
    void survivesALinkToItself() throws IOException {
        Files.createSymbolicLink(root.resolve("loop"), Path.of("loop"));

        assertThatThrownBy(() -> files.read("loop", 10)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.read("loop/file", 10)).isInstanceOf(IOException.class);
    }

    @Test
    void readsNothingWithoutABound() throws IOException {
        Files.write(root.resolve("large"), new byte[2049]);

        assertThatThrownBy(() -> files.read("large", 2048))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("larger than 2 KB");
    }

    @Test
    void opensNeitherPipeNorFolder() throws IOException, InterruptedException {
        Path pipe = root.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> files.read("pipe", 10)).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> files.read("", 10)).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> files.read("none", 10)).isInstanceOf(NoSuchFileException.class);
    }
}
