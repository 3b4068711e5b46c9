package dev.lindy.project.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {

    @TempDir
    Path folder;

    @Test
    void neverNamesTheFileAgainNorNothing() {
        assertThat(IoReason.of(new AccessDeniedException("/a"))).isEqualTo("permission denied");
        assertThat(IoReason.of(new FileSystemException("/a", null, "it is a folder")))
                .isEqualTo("it is a folder");
        assertThat(IoReason.of(new FileSystemException("/a"))).isEqualTo("FileSystemException");
        assertThat(IoReason.of(new IOException("broken pipe"))).isEqualTo("broken pipe");
    }

    @Test
    void hasWordsForWhatTheSystemSays() throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));

        assertThat(IoReason.of(catchThrowableOfType(IOException.class, () -> Files.readString(loop))))
                .isEqualTo("a symbolic link in its path cannot be followed");
        assertThat(IoReason.of(catchThrowableOfType(IOException.class, () -> Files.readString(folder.resolve("none")))))
                .isEqualTo("there is no such file");
        assertThat(IoReason.of(catchThrowableOfType(
                        FileNotFoundException.class, () -> new RandomAccessFile(folder.toFile(), "r").close())))
                .isEqualTo("is a directory");
    }
}
