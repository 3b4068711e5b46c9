package dev.lindy.project.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    private Path folder;

    @Test
    void findsTheNearestConfigAbove() throws IOException {
        Path file = write("orchestrator.yaml", "");
        Path deep = Files.createDirectories(folder.resolve("a/b/c"));

        assertThat(ConfigLoader.find(deep)).contains(file);
        assertThat(ConfigLoader.projectRoot(file)).isEqualTo(folder);
    }

    @Test
    void prefersTheNestedFileInTheSameFolder() throws IOException {
        write("orchestrator.yaml", "");
        Path nested = write(".orchestrator/config.yaml", "");

        assertThat(ConfigLoader.find(folder)).contains(nested);
        assertThat(ConfigLoader.projectRoot(nested)).isEqualTo(folder);
    }

    @Test
    void prefersTheNearerFolder() throws IOException {
        write(".orchestrator/config.yaml", "");
        Path nearer = write("sub/orchestrator.yaml", "");

        assertThat(ConfigLoader.find(folder.resolve("sub"))).contains(nearer);
    }

    @Test
    void doesNotGoPastANameThatIsNoFile() throws IOException {
        write("orchestrator.yaml", "");
        Path loop = Files.createDirectories(folder.resolve("sub")).resolve("orchestrator.yaml");
        Files.createSymbolicLink(loop, loop.getFileName());

        assertThat(ConfigLoader.find(folder.resolve("sub"))).contains(loop);
        assertThat(ConfigLoader.load(loop).problems())
                .extracting(ConfigProblem::text)
                .containsExactly(loop + ": this is no file, nor a link to one");
    }

    @Test
    void looksIntoTenFoldersAndNoMore() throws IOException {
        Path file = write("orchestrator.yaml", "");
        Path nine = Files.createDirectories(folder.resolve("1/2/3/4/5/6/7/8/9"));
        Path ten = Files.createDirectories(nine.resolve("10"));

        assertThat(ConfigLoader.find(nine)).contains(file);
        assertThat(ConfigLoader.find(ten)).isNotEqualTo(Optional.of(file));
    }

    @Test
    void takesANestedNameElsewhereForAPlainFile() {
        assertThat(ConfigLoader.projectRoot(folder.resolve("conf/config.yaml"))).isEqualTo(folder.resolve("conf"));
    }

    @Test
    void refusesFoldersThatLeadOutOfTheProjectByALink(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        Files.createSymbolicLink(folder.resolve("within"), Files.createDirectories(folder.resolve("real")));
        Path file = write("orchestrator.yaml", """
                logging: {dir: out/logs, session_dir: within/sessions}
                qa_gates:
                  custom:
                    - {name: a, command: b, cwd: out}
                """);

        assertThat(ConfigLoader.load(file).problems())
                .extracting(problem -> problem.line() + ": " + problem.message())
                .containsExactly(
                        "1: `logging.dir` must be inside the project: `out/logs` leads out of it by a symbolic"
                                + " link",
                        "4: `qa_gates.custom[0].cwd` must be inside the project: `out` leads out of it by a"
                                + " symbolic link");
    }

    @Test
    void readsAFileAndNamesItInProblems() throws IOException {
        Path file = write("orchestrator.yaml", "\uFEFFsafety: {max_parallel: 0}\r\n");

        assertThat(ConfigLoader.load(file).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.text())
                        .isEqualTo(file + ":1:24: `safety.max_parallel` must be 1 to 500, found `0`"));
    }

    @Test
    void refusesWhatIsNoTextFile() throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "project: {name: größe}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(message(latin)).isEqualTo("the file is not UTF-8 text");
        assertThat(message(folder.resolve("none.yaml"))).isEqualTo("there is no such file");
        assertThat(message(folder)).isEqualTo("this is no file, nor a link to one");
    }

    private static String message(Path file) {
        ConfigReading reading = ConfigLoader.load(file);
        assertThat(reading.config()).isNull();
        return reading.problems().get(0).message();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
