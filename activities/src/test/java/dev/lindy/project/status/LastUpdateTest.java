package dev.lindy.project.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.project.file.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastUpdateTest {

    @ParameterizedTest
    @CsvSource({
        "2026-05-14 09:31 UTC, 2026-05-14T09:31:00Z",
        "2026-05-14, 2026-05-14T00:00:00Z",
        "2026-05-14T09:31:02.5Z, 2026-05-14T09:31:00Z"
    })
    void readsTheFormsThatPeopleWrite(String text, Instant instant) {
        assertThat(LastUpdate.said(text)).contains(instant);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13-40", "—"})
    void takesNothingElseForATime(String text) {
        assertThat(LastUpdate.said(text)).isEmpty();
    }

    @Test
    void takesTheTimeOfTheFileWhereItSaysNone(@TempDir Path root) throws IOException {
        Path file = Files.writeString(root.resolve("STATUS.md"), "# Status\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-05-14T09:31:00Z")));

        assertThat(LastUpdate.of(new ProjectFiles(root), "STATUS.md")).contains(Instant.parse("2026-05-14T09:31:00Z"));
        assertThat(LastUpdate.of(new ProjectFiles(root), "none/STATUS.md")).isEmpty();
    }
}
