package dev.lindy.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutablesTest {

    @TempDir
    Path folder;

    @Test
    void takesTheFirstExecutableOfThePathAndNoFolderOrPlainFile() throws IOException {
        Files.createDirectories(folder.resolve("one").resolve("tool"));
        Files.createDirectories(folder.resolve("two"));
        Files.createFile(folder.resolve("two").resolve("tool"));
        Path tool = executable("three");
        executable("four");

        Map<String, String> environment = Map.of(
                "PATH",
                folder + "/none:" + folder + "/one:" + folder + "/two:" + folder + "/three:" + folder + "/four");

        assertThat(Executables.find("tool", environment)).contains(tool);
    }

    @Test
    void takesANameWithASlashFromTheWorkingDirectory() throws IOException {
        Path tool = executable("bin");

        assertThat(Executables.find("bin/tool", Map.of("PATH", "/usr/bin"), folder))
                .contains(tool);
        assertThat(Executables.find("./tool", Map.of(), tool.getParent())).contains(tool);
        assertThat(Executables.find(tool.toString(), Map.of("PATH", ""), folder))
                .contains(tool);
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(Executables.find("tool", Map.of("PATH", folder.toString()))).isEmpty();
        assertThat(Executables.find("", Map.of("PATH", folder.toString()))).isEmpty();
        assertThat(Executables.find("tool\0", Map.of("PATH", folder.toString())))
                .isEmpty();
    }

    private Path executable(String bin) throws IOException {
        Path file =
                Files.createFile(Files.createDirectories(folder.resolve(bin)).resolve("tool"));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
